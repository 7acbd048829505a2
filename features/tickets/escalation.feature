@tickets
Feature: What nobody takes goes up
  A supervisor can raise a ticket by hand. What nobody takes in time goes up by itself: to the person
  of its category's next level, or to the site's lead.

  Background:
    Given Sam is a supervisor, Lena an operator and Wim a worker at Acme

  @TKT-007 @critical @integration @requires.database @requires.clock
  Scenario: Raised by hand, a ticket goes up one priority and one level, and its time begins anew
    Given Wim has reported the ticket "Leak at Dock 4" of priority P2
    And 1 hour passes
    When Sam escalates the ticket
    Then the ticket is of priority P1, and due 24 hours after that change
    And the ticket is of priority P1 and of level 1
    When he escalates the ticket
    Then the ticket is of priority P0, and due 4 hours after that change
    And the ticket is of priority P0 and of level 2

  @TKT-007 @critical @integration @requires.database
  Scenario: There is nothing above the highest priority
    Given Wim has reported the ticket "Fire at Dock 4" of priority P0
    When Sam tries to escalate the ticket
    Then he is refused as impossible, since it has the highest priority already
    And nothing about the ticket has changed

  @TKT-002 @blocker @e2e @requires.database @requires.clock @requires.queue @requires.mail
  Scenario: A grave trouble that nobody takes goes to the site's lead, who takes and resolves it
    Given Acme has the site "Dock 4", which Lena leads
    And Wim has reported the ticket "Fire" of priority P0 at the site "Dock 4"
    When 4 hours pass
    And the platform looks for late tickets
    Then the ticket was escalated to level 1, and Lena has it
    And Lena got exactly 1 mail "Escalation Level 1"
    And the ticket is of priority P0
    When Lena takes the ticket
    And she resolves the ticket, saying "It is out."
    Then the ticket is resolved with "It is out."

  @TKT-002 @critical @integration @requires.database @requires.clock @requires.queue
  Scenario: Until its time is over a trouble waits where it is
    Given Acme has the site "Dock 4", which Lena leads
    And Wim has reported the ticket "Fire" of priority P0 at the site "Dock 4"
    When 239 minutes pass
    And the platform looks for late tickets
    Then the ticket was not escalated, and nobody has it

  @TKT-002 @critical @integration @requires.database @requires.clock @requires.queue
  Scenario Outline: The platform looks for late tickets by itself, at a quarter past and a quarter to each hour
    Given Acme has these escalation rules
      | category | level | after      | person |
      | Light    | 1     | 1 hour     | Lena   |
      | Water    | 1     | 10 minutes | Lena   |
    And Wim has reported the ticket "Lamp" of the category "Light"
    When it is <minutes> minutes past an hour, more than an hour later
    Then by itself the ticket "Lamp" is escalated to level 1, and Lena has it
    When Wim reports the ticket "Leak" of the category "Water"
    And 11 minutes pass
    Then the ticket was not escalated, and nobody has it
    When 17 minutes pass
    Then by itself the ticket is escalated to level 1, and Lena has it

    Examples: a late ticket waits for the next quarter
      | minutes |
      | 18      |
      | 48      |

  @TEN-022 @critical @integration @requires.database @requires.clock @requires.queue @requires.platform_key
  Scenario: Nothing of a suspended tenant goes up, and what is of others does
    Given Gleb is a supervisor at Globex
    And Wim has reported the ticket "Fire" of priority P0
    And Gleb has reported the ticket "Flood" of priority P0
    When Acme is suspended for the reason "Payment overdue"
    And 5 hours pass in which nobody does anything
    Then by itself the ticket "Flood" is escalated to level 1, and nobody has it
    When Acme is activated again
    Then the ticket "Fire" was not escalated

  @TKT-007 @normal @integration @requires.database
  Scenario: Who raised a ticket by hand, and how far, stands in its history
    Given Wim has reported the ticket "Leak at Dock 4"
    When Sam escalates the ticket
    Then the history of the ticket is
      | who | what             | from | to  | saying |
      | Wim | status           |      | new |        |
      | Sam | priority         | P2   | P1  |        |
      | Sam | escalation_level | 0    | 1   |        |

  @TKT-002 @critical @integration @requires.database @requires.clock @requires.queue
  Scenario Outline: What somebody is at, or what has ended, does not go up
    Given Wim has reported the ticket "Leak", which is <state>
    When 4 days pass
    And the platform looks for late tickets
    Then the ticket was not escalated

    Examples: somebody is at it, or it has ended
      | state       |
      | in_progress |
      | resolved    |
      | closed      |
      | cancelled   |

  @TKT-002 @normal @integration @requires.database @requires.clock @requires.queue @requires.mail
  Scenario: Where no site has a lead the supervisors are told, and whoever has the ticket keeps it
    Given Wim has reported the ticket "Fire" of priority P0
    When 4 hours pass
    And the platform looks for late tickets
    Then the ticket was escalated to level 1, and nobody has it
    And Sam got exactly 1 notification "Escalation Level 1"
    And Sam got exactly 1 mail "Escalation Level 1"
    And Lena got no notification "Escalation Level 1"

  @TKT-002 @normal @integration @requires.database @requires.clock @requires.queue
  Scenario: Without rules a ticket goes up by itself once
    Given Wim has reported the ticket "Fire" of priority P0
    When 4 hours pass
    And the platform looks for late tickets
    And 10 hours pass
    And the platform looks for late tickets
    Then the ticket was escalated to level 1, and nobody has it

  @TKT-008 @critical @integration @requires.database @requires.clock @requires.queue
  Scenario Outline: A ticket goes up after the time that its category's rule names
    Given Acme has these escalation rules
      | category | level | after   | person |
      | Water    | 1     | <after> | Lena   |
    And Wim has reported the ticket "Leak" of the category "Water"
    When <before> minutes pass
    And the platform looks for late tickets
    Then the ticket was not escalated, and nobody has it
    When 1 minute passes
    And the platform looks for late tickets
    Then the ticket was escalated to level 1, and Lena has it

    Examples: every unit
      | unit    | after     | before |
      | minutes | 5 minutes | 4      |
      | hours   | 2 hours   | 119    |
      | days    | 4 days    | 5759   |
      | weeks   | 1 week    | 10079  |

  @TKT-008 @critical @integration @requires.database @requires.clock @requires.queue @requires.faults
  Scenario: A ticket goes up one level at a time, each time to that level's person
    Given the platform's own schedule stands still
    And Acme has these escalation rules
      | category | level | after   | person |
      | Water    | 1     | 1 hour  | Lena   |
      | Water    | 2     | 2 hours | Sam    |
      | Fire     | 1     | 9 hours | Wim    |
    And Wim has reported the ticket "Leak" of the category "Water"
    When 3 hours pass
    And the platform looks for late tickets
    Then the ticket was escalated to level 1, and Lena has it
    When the platform looks for late tickets
    Then the ticket was escalated to level 2, and Sam has it
    When the platform looks for late tickets
    Then the ticket was escalated to level 2, and Sam has it

  @TKT-008 @critical @contract @requires.database
  Scenario: The times of a category rise with its levels, and each level is there once
    Given Acme has these escalation rules
      | category | level | after   | person |
      | Water    | 1     | 2 hours | Lena   |
      | Water    | 3     | 1 day   | Sam    |
    When Sam tries to add an escalation rule for "Water": level 2 after "120 minutes"
    Then he is refused as incomplete, since value is out of range
    When he tries to add an escalation rule for "Water": level 2 after "24 hours"
    Then he is refused as incomplete, since value is out of range
    When he tries to add an escalation rule for "Water": level 3 after "2 days"
    Then he is refused as already used
    When he tries to add an escalation rule for "Water": level 2 after "121 minutes"
    Then he succeeds

  @TKT-008 @critical @integration @requires.database @requires.clock @requires.queue
  Scenario: A rule that was removed raises nothing any more
    Given Acme has these escalation rules
      | category | level | after  | person |
      | Water    | 1     | 1 hour | Lena   |
      | Fire     | 1     | 1 hour | Sam    |
    And Wim has reported the ticket "Leak" of the category "Water"
    When Sam removes the escalation rule for "Water", level 1
    Then the escalation rules of Acme are
      | category | level | after  | person |
      | Fire     | 1     | 1 hour | Sam    |
    When 2 hours pass
    And the platform looks for late tickets
    Then the ticket was not escalated, and nobody has it

  @TKT-019 @critical @concurrency @requires.database @requires.clock @requires.queue @requires.mail
  Scenario: Two looks at once raise a late ticket once
    Given Acme has these escalation rules
      | category | level | after   | person |
      | Water    | 1     | 1 hour  | Lena   |
      | Water    | 2     | 1 week  | Sam    |
    And Wim has reported the ticket "Leak" of the category "Water"
    When 3 hours pass
    And the platform looks for late tickets twice at the same moment
    Then the ticket was escalated to level 1, and Lena has it
    And Lena got exactly 1 mail "Escalation Level 1"

  @TKT-020 @critical @chaos @requires.database @requires.clock @requires.queue
  Scenario: After an escalation that failed nothing of it is there
    Given Acme has the site "Dock 4", which Lena leads
    And Wim has reported the ticket "Fire" of priority P0 at the site "Dock 4"
    And for a while nobody can be notified of anything
    When 4 hours pass
    And the platform looks for late tickets
    Then the ticket was not escalated, and nobody has it
    When people can be notified again
    And the platform looks for late tickets
    Then the ticket was escalated to level 1, and Lena has it

  @TKT-020 @normal @chaos @requires.database @requires.clock @requires.queue
  Scenario Outline: What fails at one tenant keeps no other's ticket from going up
    Given Gleb is a supervisor at Globex
    And Wim has reported the ticket "Fire" of priority P0
    And Gleb has reported the ticket "Flood" of priority P0
    And for a while nobody at <tenant> can be notified of anything
    When 5 hours pass
    Then by itself the ticket "<other>" is escalated to level 1, and nobody has it
    And the ticket "<its own>" was not escalated, and nobody has it

    Examples: whichever comes first
      | tenant | its own | other |
      | Acme   | Fire    | Flood |
      | Globex | Flood   | Fire  |
