@attendance
Feature: Leaving a site
  Who has come leaves again, and the minutes count: eight hours as regular ones, the rest as overtime.
  What looks odd on leaving is marked, and keeps nobody in.

  Background:
    Given Acme has the gate "North Gate"
    And at Acme it is Wednesday, 08:00
    And Ravi works at Acme

  @ATT-011 @blocker @integration @requires.database @requires.clock
  Scenario Outline: The minutes that somebody has worked
    Given Ravi has checked in at "North Gate"
    When Ravi checks out <time> later
    Then Ravi has worked <regular> regular and <overtime> overtime minutes

    Examples: less than eight hours, eight, and more
      | time        | regular | overtime |
      | 59 seconds  | 0       | 0        |
      | 7 hours     | 420     | 0        |
      | 480 minutes | 480     | 0        |
      | 481 minutes | 480     | 1        |
      | 10 hours    | 480     | 120      |

  @ATT-040 @blocker @concurrency @requires.database @requires.clock
  Scenario: Who leaves as of an outdated state is told so
    Given Ravi has checked in at "North Gate"
    And a reviewer has approved nothing yet, but set Ravi's times right
    When Ravi tries to check out of version 1
    Then he is refused as outdated, since there is version 2 now
    And Ravi has 1 record

  @ATT-040 @blocker @integration @requires.database @requires.clock
  Scenario: Nobody leaves twice
    Given Ravi has checked in at "North Gate"
    And Ravi has checked out
    When Ravi tries to check out
    Then he is refused since he has left already
    And Ravi's record is as it was

  @ATT-040 @critical @integration @requires.database @requires.clock
  Scenario: What nobody has cannot be left
    Given Ravi has checked in at "North Gate"
    When Ravi tries to check out of a record that nobody has
    Then he is refused as unknown
    And Ravi's record is as it was

  @ATT-040 @critical @concurrency @requires.database @requires.clock
  Scenario: Of five attempts to leave at the same moment one counts
    Given Ravi has checked in at "North Gate"
    When Ravi tries to check out 5 times at the same moment
    Then exactly 1 of them is accepted
    And each of the others is told that he has left
    And Ravi has 1 record

  @ATT-001 @critical @integration @requires.database @requires.clock
  Scenario: Who leaves from elsewhere has left, and that is marked
    Given Ravi has checked in at "North Gate"
    When Ravi checks out 150 metres north of "North Gate"
    Then Ravi's record shows that he left from outside the fence
    And no alert is raised at Acme

  @ATT-017 @critical @security @requires.database @requires.clock
  Scenario: Nobody leaves from where nobody can be yet
    Given Acme has the gate "Far Gate", 1740 km north of "North Gate"
    And Ravi has checked in at "North Gate"
    When Ravi tries to check out 10 minutes later at "Far Gate"
    Then he is refused as impossible travel
    And a high alert is raised of Ravi, without a record: impossible travel
    And Ravi's record is as it was

  @ATT-003 @critical @security @requires.database @requires.clock
  Scenario: Who leaves with a colleague's device is not kept in, but alerts the supervisors
    Given Mina works at Acme
    And Vera is a supervisor at Acme
    And Mina has checked in at "North Gate"
    And Ravi has checked in at "North Gate"
    When Ravi checks out with Mina's device
    Then Ravi's record carries the signal device sharing
    And a medium alert is raised of Ravi's record: device sharing
    And Vera got exactly 1 notification "Fraud alert: device sharing"

  @ATT-003 @normal @security @requires.database @requires.clock
  Scenario: What was seen on coming is still seen on leaving, and alerts once
    Given Mina works at Acme
    And Vera is a supervisor at Acme
    And Mina has checked in at "North Gate"
    And Ravi has checked in at "North Gate" with Mina's device
    When Ravi checks out 1 hour later
    Then Ravi's record carries the signal device sharing
    And Vera got exactly 1 notification "Fraud alert: device sharing"

  @ATT-001 @critical @integration @requires.database @requires.clock
  Scenario Outline: Who comes later than the grace of the shift is late
    Given people work at "North Gate" from 09:00 to 17:00, and may be 15 minutes late
    And at Acme it is Thursday, <clock>
    When Ravi checks in at "North Gate"
    Then Ravi is <minutes> minutes late

    Examples: before, within the grace, and after it
      | clock | minutes |
      | 08:50 | 0       |
      | 09:15 | 0       |
      | 09:16 | 1       |
      | 10:00 | 45      |

  @ATT-001 @normal @integration @requires.database @requires.clock
  Scenario: Whose lateness was approved is not late
    Given people work at "North Gate" from 09:00 to 17:00, and may be 15 minutes late
    And at Acme it is Thursday, 10:00
    And Ravi has been allowed to be 60 minutes late at "North Gate"
    When Ravi tries to check in at "North Gate", as was allowed
    Then he succeeds
    And Ravi is 0 minutes late
