/** The step rail in words: each step with a one-line state. */
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Step } from '../../kit'
import type { DraftSession } from './draftSession'
import { isFilled, isGap } from './gaps'
import { countMaterials } from './material'
import { isDone, isOpen, STEPS, type StepId } from './steps'

export function useRail(session: DraftSession): ComputedRef<Step[]> {
  const { t } = useI18n()
  const { view, content } = session

  function formNote(): string {
    const gaps = view.value.fields.filter((field) => isGap(field, content.form)).length
    const filled = view.value.fields.filter((field) => isFilled(content.form, field.key)).length
    const n = view.value.fields.length
    return gaps > 0 ? t('intake.rail.formGaps', { n, gaps }) : t('intake.rail.form', { n, filled })
  }

  function materialNote(): string {
    const count = countMaterials(view.value.requirements.lines, content.materials)
    if (count.total === 0) return t('intake.rail.noMaterial')
    return count.open.length > 0 ? t('intake.rail.materialOpen', { n: count.total, open: count.open.length }) : t('intake.rail.material', { n: count.total })
  }

  function personNote(): string {
    if (content.applicant === null) return t('intake.rail.noPerson')
    return t(`intake.verified.${content.applicant.verified}`)
  }

  const notes: Readonly<Record<StepId, () => string>> = {
    person: personNote,
    form: formNote,
    material: materialNote,
    check: () => t(content.confirmed ? 'intake.rail.checked' : 'intake.rail.check'),
    sign: () => (view.value.toSign.length === 0 ? t('intake.rail.noSign') : view.value.toSign.map(({ title }) => title).join(t('intake.listComma'))),
    decide: () => t('intake.rail.decide'),
  }

  return computed(() =>
    STEPS.map((step) => ({
      id: step,
      title: t(`intake.step.${step}`),
      note: notes[step](),
      state: isDone(step, view.value, content) ? ('done' as const) : ('todo' as const),
      blocked: !isOpen(step, content),
    })),
  )
}
