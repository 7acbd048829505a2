@attendance
Feature: Asking that a rule be set aside
  Whoever cannot keep a rule asks for it beforehand. A supervisor grants or refuses the wish; a little
  lateness is granted at once. What was granted serves one check-in, within a day.

  Background:
    Given Acme has the gate "North gate"
    And Ravi works at Acme
    And Sara is a supervisor at Acme

  @ATT-010 @critical @e2e @requires.database
  Scenario: A wish is open until a supervisor has granted it
    When Ravi asks to check in from elsewhere at "North gate"
    Then the wish of Ravi is open
    When Sara grants the wish of Ravi
    Then the wish of Ravi is granted, as Sara decided

  @ATT-010 @critical @integration @requires.database
  Scenario: A supervisor refuses a wish
    Given Ravi has asked to come without a rest at "North gate"
    When Sara refuses the wish of Ravi
    Then the wish of Ravi is refused, as Sara decided

  @ATT-010 @critical @integration @requires.database
  Scenario: Who has asked takes the wish back
    Given Ravi has asked to check in from elsewhere at "North gate"
    When Ravi takes the own wish back
    Then the wish of Ravi is taken back, as Ravi decided

  @ATT-010 @critical @integration @requires.database
  Scenario Outline: A little lateness is granted at once, and more is for a supervisor to decide
    When Ravi asks to come <minutes> minutes late at "North gate"
    Then the wish of Ravi is <state>

    Examples: both sides of the quarter of an hour
      | minutes | state                                    |
      | 1       | granted at once, as nobody had to decide |
      | 15      | granted at once, as nobody had to decide |
      | 16      | open                                     |

  @ATT-010 @critical @integration @requires.database @requires.clock
  Scenario: A wish about which nobody has decided runs out after a day
    Given Ravi has asked to check in from elsewhere at "North gate"
    When 1440 minutes pass
    Then the wish of Ravi is run out
    When Sara tries to grant the wish of Ravi
    Then she is refused, since a wish that is run out can become nothing else
    And the wish of Ravi is run out

  @ATT-010 @critical @integration @requires.database @requires.clock
  Scenario: A wish at which nobody has looked for a day is not granted any more
    Given Ravi has asked to check in from elsewhere at "North gate"
    When 1440 minutes pass
    And Sara tries to grant the wish of Ravi
    Then she is refused, since a wish that is run out can become nothing else

  @ATT-010 @normal @integration @requires.database @requires.clock
  Scenario: Until the day is over a wish can be granted
    Given Ravi has asked to check in from elsewhere at "North gate"
    When 1439 minutes pass
    And Sara grants the wish of Ravi
    Then the wish of Ravi is granted, as Sara decided

  @ATT-010 @critical @integration @requires.database @requires.clock
  Scenario Outline: What was decided takes no further decision
    Given the wish of Ravi for "North gate" is <state>, as far as Sara decides
    And the wish of Ravi is noted
    When <who> tries to <decision> the wish of Ravi
    Then <who> is refused, since a wish that is <state> can become nothing else
    And the wish of Ravi is as it was

    Examples: every decision about each that is not open any more
      | state           | who  | decision  |
      | granted at once | Sara | grant     |
      | granted at once | Sara | refuse    |
      | granted at once | Ravi | take back |
      | granted         | Sara | grant     |
      | granted         | Sara | refuse    |
      | granted         | Ravi | take back |
      | refused         | Sara | grant     |
      | refused         | Sara | refuse    |
      | refused         | Ravi | take back |
      | run out         | Sara | grant     |
      | run out         | Sara | refuse    |
      | run out         | Ravi | take back |
      | taken back      | Sara | grant     |
      | taken back      | Sara | refuse    |
      | taken back      | Ravi | take back |

  @ATT-010 @critical @concurrency @requires.database
  Scenario: Of a grant and a refusal at the same moment one holds
    Given Ravi has asked to check in from elsewhere at "North gate"
    And Tom is a supervisor at Acme
    When Sara grants and Tom refuses the wish of Ravi at the same moment
    Then exactly 1 of them is accepted
    And the other 1 is refused as impossible in its present state

  @ATT-010 @critical @security @requires.database
  Scenario Outline: Who may decide about a wish
    Given Ravi has asked to check in from elsewhere at "North gate"
    When Toni, <role> at <tenant>, tries to <decision> the wish of Ravi
    Then <outcome>
    And the wish of Ravi is <state>

    Examples: an administrator may, others may not, and a colleague's or another tenant's wish does not exist
      | role             | tenant | decision  | outcome                       | state   |
      | an administrator | Acme   | grant     | she succeeds                  | granted |
      | an operator      | Acme   | grant     | she is refused as not allowed | open    |
      | a worker         | Acme   | refuse    | she is refused as not allowed | open    |
      | a supervisor     | Acme   | take back | she is refused as not allowed | open    |
      | a worker         | Acme   | take back | she is refused as unknown     | open    |
      | a supervisor     | Globex | grant     | she is refused as unknown     | open    |

  @ATT-010 @critical @security @requires.database
  Scenario: Nobody grants the own wish
    Given Sara has asked to check in from elsewhere at "North gate"
    When Sara tries to grant the wish of Sara
    Then she is refused as not allowed
    And the wish of Sara is open

  @ATT-010 @normal @security @requires.database
  Scenario: A worker finds the own wishes, and a supervisor everybody's
    Given Nina works at Acme
    And Ravi has asked to check in from elsewhere at "North gate"
    And Nina has asked to come 20 minutes late at "North gate"
    Then Ravi finds the wishes of Ravi alone
    And Nina finds the wishes of Nina alone
    And Sara finds the wishes of Nina and Ravi alone

  @ATT-010 @normal @contract @requires.database
  Scenario: A wish has a reason, and a lateness its minutes
    When Ravi tries to ask to check in from elsewhere at "North gate" without a reason
    Then he is refused as incomplete, since reason is too short
    When he tries to ask to come late at "North gate"
    Then he is refused as incomplete, since late_minutes is required
    And Ravi finds no wish

  @ATT-009 @blocker @e2e @requires.database
  Scenario: With a wish that was granted somebody checks in from elsewhere, and that is marked
    Given Ravi has asked to check in from elsewhere at "North gate"
    And Sara grants the wish of Ravi
    When Ravi tries to check in 500 metres north of "North gate" by the wish of Ravi
    Then he succeeds
    And the record of Ravi says that he was outside, by that wish, with the sign geofence_violation of 0.8

  @ATT-009 @critical @integration @requires.database
  Scenario: A wish serves one check-in
    Given Ravi has asked to check in from elsewhere at "North gate"
    And Sara grants the wish of Ravi
    When Ravi tries to check in 500 metres north of "North gate" by the wish of Ravi
    Then he succeeds
    When Ravi checks out
    And he tries to check in 500 metres north of "North gate" by the wish of Ravi
    Then he is turned away, 500 metres outside

  @ATT-009 @critical @integration @requires.database @requires.clock
  Scenario Outline: A wish that was granted serves for a day
    Given Ravi has asked to check in from elsewhere at "North gate"
    And Sara grants the wish of Ravi
    When <time> pass
    And Ravi tries to check in 500 metres north of "North gate" by the wish of Ravi
    Then <outcome>

    Examples: both sides of the day
      | time         | outcome                               |
      | 1439 minutes | he succeeds                           |
      | 1440 minutes | he is turned away, 500 metres outside |

  @ATT-009 @critical @security @requires.database
  Scenario: A colleague's wish serves nobody else
    Given Nina works at Acme
    And Ravi has asked to check in from elsewhere at "North gate"
    And Sara grants the wish of Ravi
    When Nina tries to check in 500 metres north of "North gate" by the wish of Ravi
    Then she is refused as incomplete, since override_id is not known
    And nobody has checked in at Acme

  @ATT-009 @critical @integration @requires.database
  Scenario: A wish for one site serves at no other
    Given Acme has the gate "South gate"
    And Ravi has asked to check in from elsewhere at "South gate"
    And Sara grants the wish of Ravi
    When Ravi tries to check in 500 metres north of "North gate" by the wish of Ravi
    Then he is turned away, 500 metres outside
    And nobody has checked in at Acme

  @ATT-009 @critical @integration @requires.database @requires.clock
  Scenario Outline: A wish that was not granted serves nobody
    Given the wish of Ravi for "North gate" is <state>, as far as Sara decides
    When Ravi tries to check in 500 metres north of "North gate" by the wish of Ravi
    Then he is turned away, 500 metres outside
    And nobody has checked in at Acme

    Examples: not yet, not at all, or for something else
      | state           |
      | open            |
      | refused         |
      | run out         |
      | taken back      |
      | granted at once |
