/** The counts above the workbench, in their order; each is a filter of the case list as well. */
export const TALLIES = ['accepted_today', 'closed_today', 'due_soon', 'overdue', 'waiting', 'to_print', 'correcting', 'to_collect'] as const
