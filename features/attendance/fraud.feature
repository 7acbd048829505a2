@attendance
Feature: What looks like fraud
  Each check-in is judged by place, time, device and habits. What looks odd is marked on the record,
  what looks like fraud alerts the supervisors, and what surely is one is not let in.

  Background:
    Given Acme has the gate "North Gate"
    And at Acme it is Wednesday, 10:00
    And Ravi works at Acme

  @ATT-003 @blocker @security @requires.database @requires.clock
  Scenario: A device that a colleague has just used alerts every supervisor
    Given Mina works at Acme
    And Vera is a supervisor at Acme
    And Sita is a supervisor at Acme
    And Mina has checked in at "North Gate"
    When Ravi checks in at "North Gate" with Mina's device
    Then Ravi's record carries the signal device sharing
    And a medium alert is raised of Ravi's record: device sharing
    And Vera is notified of "Fraud alert: device sharing"
    And Sita is notified of "Fraud alert: device sharing"

  @ATT-003 @critical @security @requires.database @requires.clock
  Scenario Outline: For how long a colleague's device is a shared one
    Given Mina works at Acme
    And Mina was at "North Gate" and has left
    When <time> after Mina left, Ravi checks in at "North Gate" with the same device
    Then Ravi's record carries <signals>

    Examples: half an hour
      | time       | signals                   |
      | 30 minutes | the signal device sharing |
      | 31 minutes | no signal                 |

  @ATT-027 @critical @security @requires.database @requires.clock
  Scenario Outline: When it is night at the site
    Given at Acme it is <moment>
    When Ravi checks in at "North Gate"
    Then Ravi's record carries <signals>

    Examples: from ten in the evening to six in the morning
      | moment           | signals                 |
      | Wednesday, 21:59 | no signal               |
      | Wednesday, 22:00 | the signal unusual hour |
      | Thursday, 05:59  | the signal unusual hour |
      | Thursday, 06:00  | no signal               |

  @ATT-027 @critical @security @requires.database @requires.clock
  Scenario Outline: Who works at night comes at night
    Given people work at "North Gate" from 21:30 to 05:30, and may be 15 minutes late
    And at Acme it is <moment>
    When Ravi checks in at "North Gate"
    Then Ravi's record carries <signals>
    And Ravi is <minutes> minutes late

    Examples: within the hours of the shift, which end on the next day, and after them
      | moment           | signals                 | minutes |
      | Wednesday, 22:00 | no signal               | 15      |
      | Thursday, 00:10  | no signal               | 145     |
      | Thursday, 05:30  | the signal unusual hour | 0       |

  @ATT-027 @critical @security @requires.database @requires.clock
  Scenario Outline: How long somebody rests
    Given Ravi was at "North Gate" and has left
    When Ravi tries to check in <time> later at "North Gate"
    Then he succeeds
    And Ravi's record carries <signals>

    Examples: eight hours
      | time        | signals               |
      | 479 minutes | the signal short rest |
      | 480 minutes | no signal             |

  @ATT-027 @normal @integration @requires.database @requires.clock
  Scenario: Who was allowed to comes after a short rest
    Given Ravi was at "North Gate" and has left
    And Ravi has been allowed to come without a rest at "North Gate"
    When Ravi tries to check in 4 hours later at "North Gate", as was allowed
    Then he succeeds
    And Ravi's record carries no signal

  @ATT-027 @critical @security @requires.database @requires.clock
  Scenario Outline: How long somebody stays
    Given Ravi has checked in at "North Gate"
    When Ravi checks out <minutes> minutes later
    Then Ravi's record carries <signals>

    Examples: twelve hours
      | minutes | signals               |
      | 720     | no signal             |
      | 721     | the signal long shift |

  @ATT-028 @critical @security @requires.database @requires.clock
  Scenario Outline: Who comes and goes with ever other devices
    When Ravi comes to and leaves "North Gate" with the devices <devices> in turn
    Then Ravi's record carries <signals>

    Examples: three, and a fourth; among the last five, and longer ago
      | devices                                             | signals                                     |
      | phone1, phone2 and phone3                         | no signal                                   |
      | phone1, phone2, phone3, phone3 and phone4      | the signals rapid switching and many devices |
      | phone1, phone2, phone2, phone3, phone3 and phone4 | the signal many devices                 |

  @ATT-029 @critical @security @requires.database @requires.clock
  Scenario Outline: Habits are known from thirty records on
    Given Ravi has come to "North Gate" <times> times before, each workday from 10:00 to 18:00
    When Ravi tries to check in at "North Gate" with the device "another-phone"
    Then he succeeds
    And Ravi's record carries <signals>

    Examples: one too few, and enough
      | times | signals               |
      | 29    | no signal             |
      | 30    | the signal new device |

  @ATT-029 @critical @security @requires.database @requires.clock
  Scenario: Habits of long ago are forgotten
    Given Ravi has come to "North Gate" 30 times before, each workday from 10:00 to 18:00, the last time 60 days ago
    When Ravi tries to check in at "North Gate" with the device "another-phone"
    Then he succeeds
    And Ravi's record carries no signal

  @ATT-029 @normal @security @requires.database @requires.clock
  Scenario: Who comes as always is nothing to be wondered at
    Given Ravi has come to "North Gate" 30 times before, each workday from 10:00 to 18:00
    When Ravi checks in at "North Gate"
    Then Ravi's record carries no signal

  @ATT-029 @critical @security @requires.database @requires.clock
  Scenario Outline: At what time of day somebody comes
    Given at Acme it is <moment>
    And Ravi has come to "North Gate" 30 times before, each workday from 10:00 to 18:00
    When Ravi checks in at "North Gate"
    Then Ravi's record carries <signals>

    Examples: two hours off the usual
      | moment          | signals                 |
      | Thursday, 08:01 | no signal               |
      | Thursday, 07:58 | the signal unusual time |
      | Thursday, 11:59 | no signal               |
      | Thursday, 12:01 | the signal unusual time |

  @ATT-029 @critical @security @requires.database @requires.clock
  Scenario Outline: To which place somebody comes
    Given Acme has the gate "Other Gate", <metres> metres north of "North Gate"
    And Ravi has come to "North Gate" 30 times before, each workday from 10:00 to 18:00
    When Ravi checks in at "Other Gate"
    Then Ravi's record carries <signals>

    Examples: a kilometre from all that he knows
      | metres | signals                     |
      | 999    | no signal                   |
      | 1001   | the signal unfamiliar place |

  @ATT-029 @critical @security @requires.database @requires.clock
  Scenario: On which day somebody comes
    Given at Acme it is Saturday, 10:00
    And Ravi has come to "North Gate" 30 times before, each workday from 10:00 to 18:00
    When Ravi checks in at "North Gate"
    Then Ravi's record carries the signal unusual weekday

  @ATT-024 @critical @security @requires.database @requires.clock
  Scenario: All that can be odd about habits at once weighs as much as habits can
    Given at Acme it is Saturday, 13:00
    And Acme has the gate "Far Gate", 5 km north of "North Gate"
    And Ravi has come to "North Gate" 30 times before, each workday from 10:00 to 18:00
    When Ravi tries to check in at "Far Gate" with the device "another-phone"
    Then he succeeds
    And Ravi's record carries the signals unusual time, unfamiliar place, new device and unusual weekday
    And Ravi's record has the fraud score 0.3, which is low
    And no alert is raised at Acme

  @ATT-024 @critical @security @requires.database @requires.clock
  Scenario: Place, time and device weigh what they are to weigh
    Given Mina works at Acme
    And at Acme it is Wednesday, 23:00
    And Mina has checked in at "North Gate"
    When Ravi checks in at "North Gate" with Mina's device
    Then Ravi's record carries the signals unusual hour and device sharing
    And Ravi's record has the fraud score 0.28, which is low
