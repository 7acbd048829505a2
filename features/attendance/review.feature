@attendance
Feature: The review of records
  Supervisors approve, reject or adjust what people have on record, and lock what is settled. What is
  paid already is not changed any more, and nobody reviews the own record.

  Background:
    Given Acme has the gate "North gate"
    And Ravi works at Acme
    And Sara is a supervisor at Acme
    And Ravi was at "North gate" and has left

  @ATT-032 @blocker @e2e @requires.database
  Scenario: A record is approved, and then locked
    When Sara approves the record of Ravi
    Then the record of Ravi is approved, as Sara decided
    When Sara locks the record of Ravi
    Then the record of Ravi is locked, as Sara decided

  @ATT-032 @critical @integration @requires.database
  Scenario Outline: What can be made of a record
    Given the record of Ravi is <state>, as far as Sara decides
    When Sara <does> the record of Ravi
    Then the record of Ravi is <new state>

    Examples: each way that there is
      | state    | does     | new state |
      | pending  | approves | approved  |
      | pending  | rejects  | rejected  |
      | pending  | adjusts  | adjusted  |
      | approved | adjusts  | adjusted  |
      | approved | locks    | locked    |
      | rejected | reopens  | pending   |
      | adjusted | approves | approved  |
      | adjusted | locks    | locked    |

  @ATT-032 @critical @integration @requires.database
  Scenario Outline: What cannot be made of a record
    Given the record of Ravi is <state>, as far as Sara decides
    And the record of Ravi is noted
    When Sara tries to <verbs> the record of Ravi, one after the other
    Then all of it is refused, since from <state> it can only become <possible>
    And the record of Ravi is as it was

    Examples: each way that there is not
      | state    | verbs                                    | possible                        |
      | pending  | lock and reopen                          | approved, rejected and adjusted |
      | approved | approve, reject and reopen               | adjusted and locked             |
      | rejected | approve, reject, adjust and lock         | pending                         |
      | adjusted | reject, adjust and reopen                | approved and locked             |
      | locked   | approve, reject, adjust, lock and reopen | nothing                         |

  @ATT-032 @normal @integration @requires.database
  Scenario: What is reopened is as if nobody had reviewed it
    Given the record of Ravi is rejected, as far as Sara decides
    When Sara reopens the record of Ravi
    Then the record of Ravi is pending, as if nobody had reviewed it

  @ATT-032 @critical @concurrency @requires.database
  Scenario: Of an approval and a rejection at the same moment one holds
    Given Tom is a supervisor at Acme
    When Sara approves and Tom rejects the record of Ravi at the same moment
    Then exactly 1 of them is accepted
    And the other 1 is refused as impossible in its present state

  @ATT-032 @normal @concurrency @requires.database
  Scenario: A decision about a record that has changed meanwhile is refused
    Given Tom is a supervisor at Acme
    And the record of Ravi is noted
    When Tom adjusts the record of Ravi
    And Sara tries to approve the record of Ravi as it was noted
    Then she is refused as outdated, since there is version 3 now
    And the record of Ravi is adjusted

  @ATT-033 @critical @contract @requires.database
  Scenario Outline: Who rejects or adjusts says why
    Given the record of Ravi is noted
    When Sara tries to <verb> the record of Ravi <words>
    Then she is refused as incomplete, since <field> is <fault>
    And the record of Ravi is as it was

    Examples: not a word, and none that says anything
      | verb   | words                             | field   | fault     |
      | reject | without saying why                | comment | required  |
      | reject | with nothing but spaces for words | comment | too short |
      | adjust | without saying why                | reason  | required  |
      | adjust | with nothing but spaces for words | reason  | too short |

  @ATT-033 @critical @integration @requires.database
  Scenario: Why somebody rejected stands on the record
    When Sara rejects the record of Ravi with the words "Nobody has seen him"
    Then the record of Ravi is rejected, as Sara decided with the words "Nobody has seen him"

  @ATT-033 @critical @integration @requires.database
  Scenario Outline: Who adjusts has all minutes counted anew
    When Sara adjusts the record of Ravi to <worked> of work, since "The gate was broken"
    Then the record of Ravi is adjusted, as Sara decided with the words "The gate was broken"
    And the record of Ravi counts <regular> regular minutes and <overtime> of overtime

    Examples: a short day, a whole one, and a long one
      | worked   | regular | overtime |
      | 7 hours  | 420     | 0        |
      | 8 hours  | 480     | 0        |
      | 10 hours | 480     | 120      |

  @ATT-033 @normal @integration @requires.database
  Scenario: Nobody is made to leave before coming
    Given the record of Ravi is noted
    When Sara tries to adjust the record of Ravi so that he left before he came
    Then she is refused as incomplete, since punch_out_at is out of range
    And the record of Ravi is as it was

  @ATT-032 @normal @integration @requires.database
  Scenario: A record without a check-out is not approved
    Given Nina works at Acme
    And Nina has checked in at "North gate"
    When Sara tries to approve the record of Nina
    Then she is refused as impossible, since nobody has checked out
    When Sara adjusts the record of Nina to 8 hours of work, since "She forgot it"
    And Sara approves the record of Nina
    Then the record of Nina is approved, as Sara decided

  @ATT-036 @blocker @security @requires.database
  Scenario Outline: Who may review a record
    Given the record of Ravi is noted
    When Toni, <role> at <tenant>, tries to <verb> the record of Ravi
    Then she is refused as <refusal>
    And the record of Ravi is as it was

    Examples: neither workers nor operators, and nobody of another tenant
      | role         | tenant | verb    | refusal     |
      | a worker     | Acme   | approve | not allowed |
      | a worker     | Acme   | reject  | not allowed |
      | a worker     | Acme   | adjust  | not allowed |
      | a worker     | Acme   | lock    | not allowed |
      | an operator  | Acme   | approve | not allowed |
      | a verifier   | Acme   | approve | not allowed |
      | a supervisor | Globex | approve | unknown     |
      | a supervisor | Globex | reject  | unknown     |

  @ATT-036 @blocker @security @requires.database
  Scenario Outline: Nobody reviews the own record
    Given Toni comes to the sites of Acme as <role>
    And Toni was at "North gate" and has left
    And the record of Toni is noted
    When Toni tries to approve, reject, adjust, lock and reopen the record of Toni, one after the other
    Then all of it is refused as not allowed
    And the record of Toni is as it was

    Examples: those who review others'
      | role             |
      | a supervisor     |
      | an administrator |
