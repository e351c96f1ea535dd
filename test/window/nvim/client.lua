-- Neovim's built-in client over stdio, headless: NODE, SERVER, WORKSPACE and OUT come from the environment, and what was
-- answered goes to OUT as JSON. Debian's 0.7.2 has vim.lsp.start_client; 0.8 and newer have vim.lsp.start.
local env, out = vim.env, {}
local workspace = env.WORKSPACE

local function main()
  vim.o.hidden = true
  vim.cmd("edit " .. vim.fn.fnameescape(workspace .. "/notes/jump.md"))
  local buffer = vim.api.nvim_get_current_buf()
  local config = {
    name = "tickmark",
    cmd = { env.NODE, env.SERVER, "lsp", "--stdio" },
    root_dir = workspace,
    workspace_folders = { { uri = vim.uri_from_fname(workspace), name = "workspace" } },
    settings = { tickmark = { corpus = { folders = { "corpus" } } } },
    on_exit = function(code, signal) out.exit = { code, signal } end,
  }
  local id
  if vim.lsp.start then
    id = vim.lsp.start(config, { bufnr = buffer })
  else
    id = vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(buffer, id)
  end
  local client = vim.lsp.get_client_by_id(id)
  assert(vim.wait(10000, function() return client.server_capabilities ~= nil and client.server_capabilities.hoverProvider ~= nil end, 20), "not initialized")

  local function request(method, params)
    local answers, failure = vim.lsp.buf_request_sync(0, method, params, 20000)
    assert(answers, method .. ": " .. tostring(failure))
    local one = answers[id]
    assert(one and not one.err and not one.error, vim.inspect(one))
    return one.result
  end
  request("tickmark/ready", vim.empty_dict())

  -- definition as a person asks for it: the key's own command opens the file and sets the cursor
  local note = vim.api.nvim_buf_get_lines(buffer, 2, 3, true)[1]
  local byte = note:find("187", 1, true)
  vim.api.nvim_win_set_cursor(0, { 3, byte })
  vim.lsp.buf.definition()
  assert(vim.wait(10000, function() return vim.api.nvim_buf_get_name(0):match("long%-line%.txt$") ~= nil end, 20), "did not jump")
  local place = vim.api.nvim_win_get_cursor(0)
  local line = vim.api.nvim_buf_get_lines(0, place[1] - 1, place[1], true)[1]
  local _, character = vim.str_utfindex(line, place[2])
  out.jumped = { file = vim.api.nvim_buf_get_name(0), line = place[1], character = character, at = line:sub(place[2] + 1, place[2] + 11) }

  vim.cmd("buffer " .. buffer)
  vim.api.nvim_buf_set_lines(buffer, 3, 3, true, { "", "據報導工業電腦龍頭研華第三季營收" })
  local text = { uri = vim.uri_from_bufnr(buffer) }
  out.hover = request("textDocument/hover", { textDocument = text, position = { line = 4, character = 10 } }).contents.value
  local list = request("textDocument/completion", { textDocument = text, position = { line = 4, character = 16 } })
  local item = (list.items or list)[1]
  local edits = { item.textEdit.newText }
  for _, edit in ipairs(item.additionalTextEdits or {}) do table.insert(edits, edit.newText) end
  out.completion = { label = item.label, edits = table.concat(edits, "\n") }

  vim.lsp.stop_client(id)
  vim.wait(5000, function() return out.exit ~= nil end, 20)
end

local done, failure = xpcall(main, debug.traceback)
if not done then out.error = failure end
local file = io.open(env.OUT, "w")
file:write((vim.json and vim.json.encode or vim.fn.json_encode)(out))
file:close()
vim.cmd(done and "qall!" or "cquit 1")
