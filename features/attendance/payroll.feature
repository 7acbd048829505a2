@attendance
Feature: What is paid is not changed any more
  On a day of the next month the payroll is closed, at midnight as the clocks of the tenant have it.
  From then on records of the month are locked, and not decided about.

  Background:
    Given Ravi works at Acme
    And Sara is a supervisor at Acme

  @ATT-034 @critical @integration @requires.database @requires.clock
  Scenario Outline: Until the payroll is closed a record is decided about
    Given the payroll of Acme is closed on day <day>, by the clocks of "<zone>"
    And Acme has the gate "Pier"
    And Ravi was at "Pier" and has left
    And the last minute before the payroll of Ravi is closed has begun
    When Sara adjusts the record of Ravi
    And 1 minute passes
    And Sara tries to approve the record of Ravi
    Then she is refused as impossible, since the payroll is closed
    And the record of Ravi is adjusted

    Examples: east and west of Greenwich, and there
      | zone             | day |
      | UTC              | 5   |
      | Asia/Singapore   | 5   |
      | Pacific/Honolulu | 28  |

  @ATT-034 @critical @integration @requires.database @requires.clock
  Scenario Outline: Where clocks are changed the payroll is closed at midnight all the same
    Given day <day> of month <month> has come
    And the payroll of Acme is closed <when>
    And Acme has the gate "Pier"
    And Ravi was at "Pier" and has left
    And the last minute before the payroll of Ravi is closed has begun
    When Sara adjusts the record of Ravi
    And 1 minute passes
    And Sara tries to approve the record of Ravi
    Then she is refused as impossible, since the payroll is closed
    And the record of Ravi is adjusted

    Examples: in the night of the change, and when they were changed since the work
      | day | month | when                                                         |
      | 10  | 2     | on the day on which clocks are changed in "America/New_York" |
      | 10  | 10    | on the day on which clocks are changed in "America/New_York" |
      | 2   | 3     | on day 5, by the clocks of "Europe/Berlin"                   |
      | 2   | 10    | on day 5, by the clocks of "Europe/Berlin"                   |

  @ATT-034 @critical @integration @requires.database @requires.clock
  Scenario Outline: Once the payroll is closed nothing is decided that would be paid
    Given the payroll of Acme is closed on day 5, by the clocks of "UTC"
    And Acme has the gate "Pier"
    And Ravi was at "Pier" and has left
    And the record of Ravi is noted
    And the last minute before the payroll of Ravi is closed has begun
    When 1 minute passes
    And Sara tries to <verb> the record of Ravi
    Then she is refused as impossible, since the payroll is closed
    And the record of Ravi is as it was

    Examples: each verb that would change it
      | verb    |
      | approve |
      | reject  |
      | adjust  |

  @ATT-034 @critical @integration @requires.database @requires.clock
  Scenario Outline: Once the payroll is closed a record is still locked
    Given the payroll of Acme is closed on day 5, by the clocks of "UTC"
    And Acme has the gate "Pier"
    And Ravi was at "Pier" and has left
    And the record of Ravi is <state>, as far as Sara decides
    And the last minute before the payroll of Ravi is closed has begun
    When 1 minute passes
    And Sara locks the record of Ravi
    Then the record of Ravi is locked

    Examples: what can be locked
      | state    |
      | approved |
      | adjusted |
