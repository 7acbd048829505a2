@analytics
Feature: What was counted comes to figures
  Calls, failures, people, response times and tokens are added up by day and for a range of days, in
  universal time.

  Background:
    Given Nadia has registered the tenant "Harbour North"
    And Wim is a worker at "Harbour North"

  @ANA-002 @ANA-010 @blocker @integration @requires.database
  Scenario: The summary of some days
    Given these calls were recorded at "Harbour North"
      | when       | who   | status | milliseconds                                        |
      | 3 days ago | Nadia | 200    | 10, 20, 30, 40, 50, 60, 70, 80, 90, 100             |
      | 2 days ago | Wim   | 404    | 110, 120, 130, 140, 150, 160, 170, 180, 190         |
      | 2 days ago | Wim   | 503    | 200.26                                              |
    And these turns of language models were recorded at "Harbour North"
      | when       | who   | model    | prompt | completion |
      | 3 days ago | Nadia | standard | 12     | 30         |
      | 2 days ago | Nadia | large    | 5      | 7          |
    Then the figures of "Harbour North" from "3 days ago" to "2 days ago" are
      | calls | errors | people | mean  | p95   | prompt | completion | total |
      | 20    | 10     | 2      | 105.0 | 190.0 | 17     | 37         | 54    |
    And the answers of "Harbour North" from "3 days ago" to "2 days ago" were
      | 2xx | 3xx | 4xx | 5xx |
      | 10  | 0   | 9   | 1   |

  @ANA-008 @blocker @integration @requires.database
  Scenario: A range has both of its ends, and nothing beyond them
    Given these calls were recorded at "Harbour North"
      | when                              | who   | status | milliseconds |
      | 3 days ago at 23:59:59.999        | Nadia | 200    | 1            |
      | 2 days ago at 00:00               | Nadia | 200    | 2            |
      | 2 days ago at 12:00               | Wim   | 200    | 4            |
      | 2 days ago at 23:59:59.999        | Nadia | 422    | 6            |
      | yesterday at 00:00                | Wim   | 200    | 99           |
    Then the figures of "Harbour North" from "2 days ago" to "2 days ago" are
      | calls | errors | people | mean | p95 | prompt | completion | total |
      | 3     | 1      | 2      | 4.0  | 6.0 | 0      | 0          | 0     |
    And by day the figures of "Harbour North" from "3 days ago" to "yesterday" are
      | day        | calls | errors | people | mean | p95  | prompt | completion | total |
      | 3 days ago | 1     | 0      | 1      | 1.0  | 1.0  | 0      | 0          | 0     |
      | 2 days ago | 3     | 1      | 2      | 4.0  | 6.0  | 0      | 0          | 0     |
      | yesterday  | 1     | 0      | 1      | 99.0 | 99.0 | 0      | 0          | 0     |

  @ANA-002 @normal @integration @requires.database
  Scenario: Days on which nobody did anything have no times
    Then by day the figures of "Harbour North" from "3 days ago" to "2 days ago" are
      | day        | calls | errors | people | mean | p95  | prompt | completion | total |
      | 3 days ago | 0     | 0      | 0      | none | none | 0      | 0          | 0     |
      | 2 days ago | 0     | 0      | 0      | none | none | 0      | 0          | 0     |

  @ANA-009 @critical @integration @requires.database @requires.clock
  Scenario: Without naming days one is shown the last seven
    Given it becomes 12:00 UTC
    And these calls were recorded at "Harbour North"
      | when                       | who   | status | milliseconds |
      | 7 days ago at 23:59:59.999 | Nadia | 200    | 1            |
      | 6 days ago at 00:00        | Nadia | 200    | 1            |
      | today at 00:00             | Nadia | 200    | 1, 1         |
    Then without naming days Nadia is shown the last seven with today, and 3 calls

  @ANA-003 @critical @integration @requires.database
  Scenario: What language models cost is told by day and model
    Given these turns of language models were recorded at "Harbour North"
      | when       | who   | model    | prompt | completion |
      | 2 days ago | Nadia | standard | 12     | 30         |
      | 2 days ago | Wim   | standard | 12     | 30         |
      | 2 days ago | Wim   | large    | 1      | 2          |
      | yesterday  | Wim   | standard | 3      | 4          |
    Then Nadia finds that language models cost exactly this
      | day        | model    | turns | prompt | completion | total |
      | 2 days ago | large    | 1     | 1      | 2          | 3     |
      | 2 days ago | standard | 2     | 24     | 60         | 84    |
      | yesterday  | standard | 1     | 3      | 4          | 7     |

  @ANA-013 @critical @integration @requires.database
  Scenario: The days add up to the whole, wherever they are shown
    Given these calls were recorded at "Harbour North"
      | when       | who   | status | milliseconds |
      | 3 days ago | Nadia | 200    | 11, 12, 13.3 |
      | 2 days ago | Wim   | 409    | 14           |
    And these turns of language models were recorded at "Harbour North"
      | when      | who   | model    | prompt | completion |
      | yesterday | Nadia | standard | 12     | 30         |
    And Nadia has asked for "a mission that nobody has" 2 times, and that was counted
    Then the days of "Harbour North" from "4 days ago" to "today" add up to the whole, in the files too

  @ANA-015 @critical @contract
  Scenario Outline: What is no range of days is refused
    When Nadia tries to see the figures of "<first>" to "<last>", as they stand
    Then she is refused as incomplete, since <field> is <fault>

    Examples: the wrong way round, too many days, no dates, one end
      | first      | last       | field     | fault        |
      | 2026-03-02 | 2026-03-01 | date_to   | out of range |
      | 2025-01-01 | 2026-01-02 | date_to   | out of range |
      | 2026-3-1   | 2026-03-02 | date_from | malformed    |
      | 2026-03-01 | 2026-02-30 | date_to   | malformed    |
      | 2026-03-01 |            | date_to   | required     |
      |            | 2026-03-01 | date_from | required     |

  @ANA-015 @normal @contract
  Scenario: A range of 366 days is taken
    When Nadia tries to see the figures of "2025-01-01" to "2026-01-01", as they stand
    Then she succeeds

  @ANA-019 @blocker @security @requires.database
  Scenario: A viewer looks at all figures, and takes none along
    Given Vita is a viewer at "Harbour North"
    When Vita tries to see each kind of figures
    Then exactly 4 of them are accepted
    When Vita tries to download the figures as "csv"
    Then she is refused as not allowed
    When Vita tries to have the figures of "yesterday" computed
    Then she is refused as not allowed

  @ANA-004 @blocker @e2e @requires.database @requires.queue @requires.clock
  Scenario: A day is put down by itself when it is over, and once
    Given it becomes 12:00 UTC
    And these calls were recorded at "Harbour North"
      | when           | who   | status | milliseconds |
      | today at 11:00 | Nadia | 200    | 10, 20       |
      | today at 11:01 | Wim   | 404    | 60           |
    When it becomes 00:11 UTC
    Then "that day" is put down by itself at "Harbour North"
    And by day the figures of "Harbour North" from "that day" to "that day" are
      | day      | calls | errors | people | mean | p95  | prompt | completion | total |
      | that day | 3     | 1      | 2      | 30.0 | 60.0 | 0      | 0          | 0     |
    When Nadia has the figures of "that day" computed again
    Then what was put down of "that day" at "Harbour North" is one summary, as it was

  @ANA-004 @critical @integration @requires.database @requires.queue
  Scenario: A day that has not come cannot be computed
    When Nadia tries to have the figures of "tomorrow" computed
    Then she is refused as incomplete, since date is out of range
    When Nadia tries to have the figures of "yesterday" computed
    Then she succeeds
