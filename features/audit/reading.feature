@audit
Feature: Reading the trail
  Administrators and verifiers find in the trail what they ask for, and take it with them as a
  table. Nobody else reads it, nobody writes it, and that somebody has read it is told in it.

  Background:
    Given Priya runs missions at Acme
    And Nadia is a verifier at Acme
    And a mission "Survey of Dock 4" over 1 target
    And the trail of Acme is followed from here on

  @AUD-015 @blocker @security @requires.database @requires.stand_ins
  Scenario Outline: Administrators and verifiers read the trail, and nobody else
    Given Toni is <a role> at Acme
    And the trail of Acme is followed from here on
    When Toni reads the trail, one of its events, its table and its check
    Then <outcome>
    And since then the trail of Acme tells exactly
      | who  | kind     | deed    | of |
      | Toni | <first>  | <deed>  |    |
      | Toni | <second> | <deed>  |    |
      | Toni | <third>  | <fetch> |    |

    Examples: who may
      | a role           | outcome                      | first         | second        | third           | deed             | fetch              |
      | an administrator | all of it is answered        | data accessed | data accessed | export executed | audit_event.read | audit_event.export |
      | a verifier       | all of it is answered        | data accessed | data accessed | export executed | audit_event.read | audit_event.export |

  @AUD-015 @blocker @security @requires.database @requires.stand_ins
  Scenario Outline: To who may not read the trail it is refused, and that is told
    Given Toni is <a role> at Acme
    And the trail of Acme is followed from here on
    When Toni reads the trail, one of its events, its table and its check
    Then all of it is refused as not allowed
    And since then the trail of Acme tells exactly
      | who  | kind              | deed             | of |
      | Toni | permission denied | audit_event.read |    |
      | Toni | permission denied | audit_event.read |    |
      | Toni | permission denied | audit_event.read |    |
      | Toni | permission denied | audit_check.read |    |
    And all of it is of the level security

    Examples: everybody else
      | a role        |
      | a supervisor  |
      | an operator   |
      | a worker      |
      | a salesperson |
      | a viewer      |

  @AUD-001 @AUD-009 @blocker @integration @requires.database @requires.stand_ins
  Scenario: An event is found by person, kind, level, record and request, and by all of them together
    Given its first target takes its time to answer
    When Priya starts it
    And she pauses it
    And Vera, a viewer at Acme, tries to retry it
    And Priya stops it
    And she deletes it
    Then asking the trail of Acme gives
      | asked for                                                                  | found                                                                    |
      | person_id Priya                                                            | mission.start, mission.pause, mission.stop, mission.delete               |
      | person_id Vera                                                             | mission.retry                                                            |
      | event_type deleted                                                         | mission.delete                                                           |
      | event_type deleted,permission_denied                                       | mission.retry, mission.delete                                            |
      | level security                                                             | mission.retry                                                            |
      | object_id Survey of Dock 4                                                 | mission.start, mission.pause, mission.retry, mission.stop, mission.delete |
      | object_id Nadia                                                            |                                                                          |
      | request_id mission.pause                                                   | mission.pause                                                            |
      | person_id Priya, object_type mission, event_type state_changed, level info | mission.start, mission.pause, mission.stop                               |
      | person_id Vera, event_type state_changed                                   |                                                                          |
      | object_type knowledge_rule                                                 |                                                                          |

  @AUD-001 @AUD-009 @critical @integration @requires.database @requires.stand_ins
  Scenario: A span of time begins with its first moment and ends before its last
    Given its first target takes its time to answer
    When Priya starts it
    And she pauses it
    And she resumes it
    And she stops it
    Then from mission.pause on and before mission.stop the trail of Acme tells mission.pause, mission.resume
    And from mission.stop on and before mission.stop the trail of Acme tells nothing

  @AUD-009 @critical @integration @requires.database @requires.stand_ins
  Scenario: In pages each event is shown once, newest first
    Given its first target takes its time to answer
    When Priya starts it
    And she pauses it
    And she resumes it
    And she pauses it
    And she stops it
    Then the trail of Acme in pages of 2 shows each event once, newest first

  @AUD-009 @normal @contract @requires.database @requires.stand_ins
  Scenario Outline: A question to the trail that cannot be is refused, saying why
    When Nadia asks the trail for <question>
    Then she is refused as incomplete, since <field> is <fault>

    Examples: what is asked
      | question                                       | field      | fault          |
      | level loud                                     | level      | not allowed    |
      | event_type created,forgotten                   | event_type | not allowed    |
      | at_from 2026-11-28T21:00:00                    | at_from    | malformed      |
      | at_to yesterday                                | at_to      | malformed      |
      | limit 101                                      | limit      | out of range   |
      | weather fine                                   | weather    | no field of it |

  @AUD-009 @AUD-016 @normal @contract @requires.database @requires.stand_ins
  Scenario Outline: A question about somebody or something that is not there finds nothing
    When Nadia asks the trail for <question>
    Then she is answered with no event at all

    Examples: what is asked
      | question                                       |
      | person_id 00000000-0000-4000-8000-000000000000 |
      | person_id of the administrator of Globex       |
      | object_id of Globex                            |
      | object_id no-id-at-all                         |
      | request_id of nobody                           |

  @AUD-010 @AUD-002 @critical @contract @requires.database @requires.stand_ins
  Scenario: As a table the trail has a row for each event that was asked for, and no formula
    Given its first target takes its time to answer
    When Priya starts it
    And she renames it by a request whose id is a formula
    And she stops it
    And Nadia fetches the events of Priya since then as a table
    Then she gets a table of exactly these events, in which nothing is a formula
    And the trail tells of audit_event.export by Nadia as an export

  @AUD-013 @blocker @security @requires.database @requires.stand_ins
  Scenario Outline: Nobody changes or removes an event through the platform
    When <who> tries everything but reading with the trail of Acme
    Then all of it is refused, since that cannot be done with the trail
    And the trail of Acme is whole

    Examples: whatever the role
      | who                                |
      | Toni, an administrator at Acme,    |
      | Toni, a verifier at Acme,          |
      | Toni, an operator at Acme,         |
