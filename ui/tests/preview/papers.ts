/** Papers and a board of printers for component tests. Not in the product. */
import type { PaperInfo, PrinterBoard, PrinterInfo } from '../../src/ipc'

export const paper = (id: string, more: Partial<PaperInfo> = {}): PaperInfo => ({
  id, document: 'receipt', title: '申请材料接收凭证', copy: 1, pages: 1, missing: [], madeAt: '2026-11-23T10:42:00+08:00', outcome: 'ready', place: null, reason: null, ...more,
})

export const printer = (id: string, more: Partial<PrinterInfo> = {}): PrinterInfo => ({
  id, name: '小票机', kind: 'ticket_network', address: '127.0.0.1:9100', width: 80, cutter: true, textMode: false, trial: null, ...more,
})

export const board = (...printers: PrinterInfo[]): PrinterBoard => ({
  printers,
  routes: [
    { document: 'receipt', title: '申请材料接收凭证', sheets: ['a5', 'a4', 'ticket80'], sheet: 'ticket80', printer: printers[0]?.id ?? null },
    { document: 'acceptance', title: '受理通知书', sheets: ['a4'], sheet: 'a4', printer: null },
  ],
  folder: '/样例/便民服务打印',
  mayChange: true,
})
