/** The sections of the settings, in the order of the design; only those that exist. */
import type { Component } from 'vue'
import { PrinterSection } from '../printing'

export interface Section {
  id: string
  /** Message key. */
  title: string
  component: Component
}

export const SECTIONS: readonly Section[] = [{ id: 'printers', title: 'printing.title', component: PrinterSection }]
