// Whether a folder lies on a network share or a mount whose changes send no events. Then it must be swept (sweep.ts).
import { statfsSync } from "node:fs";

/** `f_type` of Linux's statfs(2) for file systems whose other users this machine hears nothing of. */
const SHARES: ReadonlySet<number> = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB 2
  0x65735546, // FUSE: sshfs, cloud drives
  0x01021997, // 9p: Windows' drives in WSL, shared folders of virtual machines
  0x786f4256, // VirtualBox
  0xbacbacbc, // VMware
  0x00c36400, // Ceph
  0x5346414f, // AFS
  0x73757245, // Coda
]);

/** `path` is absolute. Where the system does not say, only what looks like a share counts as one. */
export function isOnShare(path: string, platform: string = process.platform, typeOf: (path: string) => number = (of) => statfsSync(of).type): boolean {
  switch (platform) {
    case "win32":
      // \\server\share and \\?\UNC\server\share, but not \\?\C:\ or \\.\
      return /^[\\/]{2}(?:[?.][\\/]UNC[\\/]|[^?.\\/])/i.test(path);
    case "darwin":
      return /^\/(?:Volumes|Network)\//.test(path);
    default:
      try {
        // some report the number with its sign
        return SHARES.has(typeOf(path) >>> 0);
      } catch {
        return false;
      }
  }
}
