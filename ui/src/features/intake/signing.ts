/** Signed papers of a draft: marking one, adding its photographs, signing again. */
import type { FileInfo, SignedPaper } from '../../ipc'

export type SigningWay = 'photographed' | 'on_paper' | 'read_aloud'

export function signatureOf(signed: readonly SignedPaper[], document: string): SignedPaper | undefined {
  return signed.find((paper) => paper.document === document)
}

/** Marks a paper as signed; photographs it already has stay. */
export function withSigned(signed: readonly SignedPaper[], document: string, how: SigningWay): SignedPaper[] {
  const files = signatureOf(signed, document)?.files ?? []
  return [...withoutSigned(signed, document), { document, files, how }]
}

/** Adds photographs. They prove the signature; that the paper was read out stays said. */
export function withPhotographs(signed: readonly SignedPaper[], document: string, pages: readonly FileInfo[]): SignedPaper[] {
  const before = signatureOf(signed, document)
  const how = before?.how === 'read_aloud' ? 'read_aloud' : 'photographed'
  return [...withoutSigned(signed, document), { document, files: [...(before?.files ?? []), ...pages], how }]
}

export function withoutSigned(signed: readonly SignedPaper[], document: string): SignedPaper[] {
  return signed.filter((paper) => paper.document !== document)
}
