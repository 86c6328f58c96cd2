/** Where the page finds a shipped font file: the shell's own scheme, else the loopback bridge. */
import { convertFileSrc } from '@tauri-apps/api/core'

/** The scheme's name, as `src-tauri/src/fonts.rs` registers it. */
const SCHEME = 'fonts'

/** Address of a file of `assets/fonts`; the shell spells its scheme differently on Windows. */
export function fontUrl(file: string): string {
  return '__TAURI_INTERNALS__' in globalThis ? convertFileSrc(file, SCHEME) : `/${SCHEME}/${file}`
}
