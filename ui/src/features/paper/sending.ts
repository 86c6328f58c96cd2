/** Sending one paper: a printer that does not take it is an outcome of the paper and no error of the page. */
import { call, toFailure, type PaperInfo } from '../../ipc'
import { goesAsItIs, isHeldUp, stateOf } from './paperStates'

const NOT_TAKEN = 'PAPER-003'

/** The paper as it stands after the attempt. */
export async function attempt(paper: PaperInfo, send: () => Promise<PaperInfo>): Promise<PaperInfo> {
  try {
    return await send()
  } catch (thrown) {
    const failure = toFailure(thrown)
    if (failure.code !== NOT_TAKEN) throw failure
    return { ...paper, outcome: 'failed', reason: failure.params.reason ?? null }
  }
}

/** Sends a paper where its document goes; one that is stuck on a printer is taken back first. */
export async function sendPaper(paper: PaperInfo): Promise<PaperInfo> {
  if (!isHeldUp(paper)) return attempt(paper, () => call('print_paper', { id: paper.id }))
  const now = await takeBack(paper)
  return goesAsItIs(now) ? attempt(now, () => call('print_paper', { id: now.id })) : now
}

/** Sends a paper to another printer, or keeps it as a PDF when none is named. */
export async function sendElsewhere(paper: PaperInfo, printer: string | null): Promise<PaperInfo> {
  const now = isHeldUp(paper) ? await takeBack(paper) : paper
  return stateOf(now) === 'printing' ? now : attempt(now, () => call('print_elsewhere', { id: now.id, printer }))
}

async function takeBack(paper: PaperInfo): Promise<PaperInfo> {
  const { papers } = await call('cancel_papers', { ids: [paper.id] })
  return papers[0] ?? paper
}
