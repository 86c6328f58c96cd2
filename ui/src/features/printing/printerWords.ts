/** Printers in words: their kind, how they are just now, how the last trial came out. */
import { useI18n } from 'vue-i18n'
import type { PrinterCondition, PrinterInfo, RouteInfo } from '../../ipc'
import { clockTime, dayWords, localDay, type Mark } from '../../kit'
import { usePaperWords } from '../paper'

const MARKS: Readonly<Record<string, Mark>> = { ready: 'done', busy: 'sending', attention: 'soon', unreachable: 'fail', silent: 'calm' }

export interface PrinterWords {
  kind(kind: string): string
  condition(now: PrinterCondition | undefined): { mark: Mark; words: string }
  trial(printer: PrinterInfo): { mark: Mark; words: string }
  /** 「58 毫米，有切刀」. */
  roll(printer: PrinterInfo): string
  sheet(sheet: string): string
  /** What a document is called; editions of one document are told apart. */
  document(route: RouteInfo): string
  /** Name of the printer of a route, or the folder. */
  goal(route: RouteInfo, printers: readonly PrinterInfo[]): string
}

export function usePrinterWords(): PrinterWords {
  const { t, te, locale } = useI18n()
  const papers = usePaperWords()

  return {
    kind: (kind) => (te(`printing.kind.${kind}`) ? t(`printing.kind.${kind}`) : kind),
    condition(now) {
      if (!now) return { mark: 'local', words: t('printing.condition.asking') }
      const state = te(`printing.condition.${now.condition}`) ? now.condition : 'silent'
      const why = now.reasons.map(papers.reason).join(t('case.comma'))
      return { mark: MARKS[state] ?? 'calm', words: why || t(`printing.condition.${state}`) }
    },
    trial({ trial }) {
      if (!trial) return { mark: 'calm', words: t('printing.trial.never') }
      const at = new Date(trial.at)
      const when = `${dayWords(localDay(at), locale.value, localDay(new Date()))} ${clockTime(at)}`
      return trial.good ? { mark: 'done', words: t('printing.trial.good', { when }) } : { mark: 'fail', words: t('printing.trial.bad', { when }) }
    },
    roll: ({ width, cutter, textMode }) =>
      width === null ? t('printing.sheets') : [t('printing.roll', { n: width }), t(cutter ? 'printing.withCutter' : 'printing.noCutter'), ...(textMode ? [t('printing.asText')] : [])].join(t('case.comma')),
    sheet: (sheet) => (te(`printing.sheet.${sheet}`) ? t(`printing.sheet.${sheet}`) : sheet),
    document: ({ document, title }) => (te(`printing.document.${document}`) ? t(`printing.document.${document}`, { title }) : title),
    goal: ({ printer }, printers) => printers.find(({ id }) => id === printer)?.name ?? t('printing.folder'),
  }
}
