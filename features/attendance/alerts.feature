@attendance
Feature: What becomes of an alert
  Supervisors look into what looked like fraud and say what it was, with a note. After a day without
  an answer it goes to the administrators.

  Background:
    Given Acme has the gate "North gate"
    And Ravi works at Acme
    And Sara is a supervisor at Acme
    And Ravi has raised an alert at "North gate"

  @ATT-030 @blocker @e2e @requires.database
  Scenario: An alert is looked into, and settled with a note
    Then the alert about Ravi is new
    When Sara says that the alert about Ravi is looked into
    Then the alert about Ravi is looked into, and nobody has settled it
    When Sara says that the alert about Ravi is taken for harmless, since "A new telephone"
    Then the alert about Ravi is taken for harmless, as Sara found, with the note "A new telephone"

  @ATT-030 @critical @integration @requires.database
  Scenario Outline: What an alert can become
    Given the alert about Ravi is <state>, as far as Sara decides
    When Sara says that the alert about Ravi is <new state>
    Then the alert about Ravi is <new state>

    Examples: each way that there is
      | state       | new state          |
      | new         | looked into        |
      | new         | escalated          |
      | new         | taken for harmless |
      | new         | taken for fraud    |
      | new         | taken for an error |
      | looked into | escalated          |
      | looked into | taken for harmless |
      | looked into | taken for fraud    |
      | looked into | taken for an error |
      | escalated   | looked into        |
      | escalated   | taken for harmless |
      | escalated   | taken for fraud    |
      | escalated   | taken for an error |

  @ATT-030 @critical @integration @requires.database
  Scenario Outline: What an alert cannot become
    Given the alert about Ravi is <state>, as far as Sara decides
    And the alert about Ravi is noted
    When Sara tries to say that the alert about Ravi is <others>, one after the other
    Then all of it is refused, since an alert that is <state> can only become <possible>
    And the alert about Ravi is as it was

    Examples: under way
      | state       | others              | possible                                                                           |
      | new         | new                 | looked into, escalated, taken for harmless, taken for fraud and taken for an error |
      | looked into | new and looked into | escalated, taken for harmless, taken for fraud and taken for an error              |
      | escalated   | new and escalated   | looked into, taken for harmless, taken for fraud and taken for an error            |

    Examples: settled
      | state              | others                                                                                  | possible |
      | taken for harmless | new, looked into, escalated, taken for harmless, taken for fraud and taken for an error | nothing  |
      | taken for fraud    | new, looked into, escalated, taken for harmless, taken for fraud and taken for an error | nothing  |
      | taken for an error | new, looked into, escalated, taken for harmless, taken for fraud and taken for an error | nothing  |

  @ATT-030 @critical @contract @requires.database
  Scenario Outline: Who settles an alert notes why
    Given the alert about Ravi is noted
    When Sara tries to say that the alert about Ravi is <outcome>, without a note
    Then she is refused as incomplete, since note is required
    And the alert about Ravi is as it was

    Examples: each outcome
      | outcome            |
      | taken for harmless |
      | taken for fraud    |
      | taken for an error |

  @ATT-030 @critical @concurrency @requires.database
  Scenario: Of two outcomes at the same moment one holds
    When Sara says at the same moment that the alert about Ravi is taken for harmless and taken for fraud
    Then exactly 1 of them is accepted
    And the other 1 is refused as impossible in its present state

  @ATT-030 @normal @integration @requires.database
  Scenario: Supervisors find alerts by how they stand and how severe they are
    Given Nina works at Acme
    And Nina has raised an alert at "North gate"
    And Sara has said that the alert about Nina is taken for an error
    Then asking for alerts Sara finds
      | asked for                     | found      |
      | severity high                 | Ravi, Nina |
      | severity critical,low         |            |
      | status pending                | Ravi       |
      | status pending,false_positive | Ravi, Nina |
      | status pending, severity high | Ravi       |
      | status escalated              |            |

  @ATT-031 @blocker @e2e @requires.database @requires.clock @requires.queue
  Scenario: An alert without an outcome goes to the administrators after a day, once
    Given Olga is an administrator at Acme
    And Gleb is an administrator at Globex
    When 1440 minutes pass
    And the alerts of Acme that have waited too long are looked for 2 times at the same moment
    Then the alert about Ravi is escalated
    And Olga got exactly 1 notification "Fraud alert escalated: gps spoofing"
    And Sara got no notification "Fraud alert escalated: gps spoofing"
    And Gleb got no notification at all

  @ATT-031 @critical @integration @requires.database @requires.clock @requires.queue
  Scenario: Until the day is over an alert waits
    When 1439 minutes pass
    And the alerts of Acme that have waited too long are looked for
    Then the alert about Ravi is new

  @ATT-031 @critical @integration @requires.database @requires.clock @requires.queue
  Scenario: Nobody has to look for alerts that have waited too long
    When 1455 minutes pass
    Then by itself the alert about Ravi becomes escalated

  @ATT-031 @critical @integration @requires.database @requires.clock @requires.queue
  Scenario Outline: Only what is settled does not go to the administrators
    Given the alert about Ravi is <state>, as far as Sara decides
    When 1440 minutes pass
    And the alerts of Acme that have waited too long are looked for
    Then the alert about Ravi is <later>

    Examples: looked into, and settled
      | state              | later              |
      | looked into        | escalated          |
      | taken for harmless | taken for harmless |
      | taken for fraud    | taken for fraud    |
      | taken for an error | taken for an error |

  @ATT-031 @normal @integration @requires.database @requires.clock @requires.queue
  Scenario: What is looked into again after it was escalated stays there
    Given Olga is an administrator at Acme
    When 1440 minutes pass
    And the alerts of Acme that have waited too long are looked for
    And Sara says that the alert about Ravi is looked into
    And the alerts of Acme that have waited too long are looked for
    Then the alert about Ravi is looked into
    And Olga got exactly 1 notification "Fraud alert escalated: gps spoofing"
