/**
 * Signed papers of a draft or a received case: marking one, adding its photographs, signing again.
 * What a new signature stands for is Rust's to say (`content`).
 */
import type { FileInfo, SignedPaper, SignView } from '../../ipc'

export type SigningWay = 'photographed' | 'on_paper' | 'read_aloud'

export function signatureOf(signed: readonly SignedPaper[], document: string): SignedPaper | undefined {
  return signed.find((paper) => paper.document === document)
}

/** The papers that still have to be signed. */
export function unsignedOf(papers: readonly SignView[], signed: readonly SignedPaper[]): SignView[] {
  return papers.filter(({ document }) => !signatureOf(signed, document))
}

/** Marks a paper as signed; photographs it already has stay. */
export function withSigned(signed: readonly SignedPaper[], document: string, how: SigningWay): SignedPaper[] {
  const before = signatureOf(signed, document)
  return [...withoutSigned(signed, document), { document, files: before?.files ?? [], how, content: before?.content ?? '' }]
}

/** Adds photographs. They prove the signature; that the paper was read out stays said. */
export function withPhotographs(signed: readonly SignedPaper[], document: string, pages: readonly FileInfo[]): SignedPaper[] {
  const before = signatureOf(signed, document)
  const how = before?.how === 'read_aloud' ? 'read_aloud' : 'photographed'
  return [...withoutSigned(signed, document), { document, files: [...(before?.files ?? []), ...pages], how, content: before?.content ?? '' }]
}

export function withoutSigned(signed: readonly SignedPaper[], document: string): SignedPaper[] {
  return signed.filter((paper) => paper.document !== document)
}
