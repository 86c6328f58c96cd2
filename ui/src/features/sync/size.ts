/** Sizes as people read them: `640 KB`, `2.1 MB`. */
const KILO = 1024

export function sizeWords(bytes: number): string {
  if (bytes < KILO) return `${bytes} B`
  if (bytes < KILO * KILO) return `${Math.round(bytes / KILO)} KB`
  return `${(bytes / KILO / KILO).toFixed(1)} MB`
}
