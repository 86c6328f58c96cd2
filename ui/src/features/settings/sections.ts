/** The sections of the settings, in the order of the design; only those that exist. */
import type { Component } from 'vue'
import { PrinterSection } from '../printing'
import { HoursSection } from '../queue'

export interface Section {
  id: string
  /** Message key. */
  title: string
  component: Component
}

export const SECTIONS: readonly Section[] = [
  { id: 'printers', title: 'printing.title', component: PrinterSection },
  { id: 'hours', title: 'queue.hours.title', component: HoursSection },
]
