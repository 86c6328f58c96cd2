SELECT count(*) AS ratings FROM rating WHERE on_day = :on_day AND level = :level
