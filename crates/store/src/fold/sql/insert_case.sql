INSERT INTO cases (
  id, number, number_key, terminal, own, received_arrival, last_arrival,
  matter_code, matter_name, matter_fold, matter_initials, matter_sha256, questions_sha256, pack_version,
  department, sample,
  state, applicant_name, applicant_fold, applicant_initials, applicant_pinyin, id_kind, id_value, phone,
  agent_name, agent_fold, agent_phone, chain_whole, chain_place, received_on, notify_by, deferred_by, clerk, window, clock_suspect
) VALUES (
  :id, :number, :number_key, :terminal, :own, :arrival, :arrival,
  :matter_code, :matter_name, :matter_fold, :matter_initials, :matter_sha256, :questions_sha256, :pack_version,
  :department, :sample,
  :state, :applicant_name, :applicant_fold, :applicant_initials, :applicant_pinyin, :id_kind, :id_value, :phone,
  :agent_name, :agent_fold, :agent_phone, :chain_whole, :chain_place, :received_on, :notify_by, :deferred_by, :clerk, :window, :clock_suspect
)
