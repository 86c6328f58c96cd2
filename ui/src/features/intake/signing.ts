/**
 * Signed papers of a draft or a received case: marking one, adding its photographs, signing again,
 * leaving one unsigned for a reason. What a new signature stands for is Rust's to say (`content`).
 */
import type { FileInfo, SignedPaper, SignView, UnsignedPaper } from '../../ipc'

/** Before the material's id in the document name of a promise. */
export const PROMISE = 'promise.'

export type SigningWay = 'photographed' | 'on_paper' | 'read_aloud'

export function signatureOf(signed: readonly SignedPaper[], document: string): SignedPaper | undefined {
  return signed.find((paper) => paper.document === document)
}

/** Why a paper may be left unsigned, as Rust names it; another one is said in words. */
export const SKIP_REASONS = ['cannot_move', 'no_means', 'taken_home', 'other'] as const
export const OTHER_REASON = 'other'

export function leftOf(unsigned: readonly UnsignedPaper[], document: string): UnsignedPaper | undefined {
  return unsigned.find((paper) => paper.document === document)
}

/** Leaves a paper unsigned. */
export function withLeft(unsigned: readonly UnsignedPaper[], document: string, why: string, words: string): UnsignedPaper[] {
  return [...withoutLeft(unsigned, document), { document, why, words: why === OTHER_REASON ? words.trim() : '', content: '' }]
}

export function withoutLeft(unsigned: readonly UnsignedPaper[], document: string): UnsignedPaper[] {
  return unsigned.filter((paper) => paper.document !== document)
}

/** The papers that still have to be signed, or left unsigned for a reason. */
export function unsignedOf(papers: readonly SignView[], signed: readonly SignedPaper[], left: readonly UnsignedPaper[] = []): SignView[] {
  return papers.filter(({ document }) => !signatureOf(signed, document) && !leftOf(left, document))
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
