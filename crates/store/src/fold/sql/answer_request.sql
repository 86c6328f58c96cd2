UPDATE case_request SET answered_on = :answered_on, granted = :granted WHERE entry = :entry
