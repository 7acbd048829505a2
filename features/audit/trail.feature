@audit
Feature: Who did what
  Whatever somebody does to a record is told in the trail of the record's tenant: once, by whom,
  from where, by which request, and how it was before and after. Nobody has to remember to tell it.

  Background:
    Given Priya runs missions at Acme
    And a mission "Survey of Dock 4" over 1 target
    And the trail of Acme is followed from here on

  @AUD-002 @blocker @e2e @requires.database @requires.stand_ins
  Scenario: Each thing that is done to a mission is told once, in its order
    Given its first target takes its time to answer
    When Priya starts it
    And she pauses it
    And she resumes it
    And she stops it
    And she deletes it
    Then since then the trail of Acme tells exactly
      | who   | kind          | deed           | of               |
      | Priya | state changed | mission.start  | Survey of Dock 4 |
      | Priya | state changed | mission.pause  | Survey of Dock 4 |
      | Priya | state changed | mission.resume | Survey of Dock 4 |
      | Priya | state changed | mission.stop   | Survey of Dock 4 |
      | Priya | deleted       | mission.delete | Survey of Dock 4 |

  @AUD-002 @critical @integration @requires.database @requires.stand_ins
  Scenario: What is made, changed and removed is told, whatever kind of record it is
    When Acme knows the rule "Gate left open" of high severity
    And the administrator of Acme switches the rule "Gate left open" off
    And Priya deletes the rule "Gate left open"
    And Priya tries to create a mission "Round of the mill" over 127.0.0.1
    Then since then the trail of Acme tells exactly
      | who   | kind    | deed                  | of                |
      | Ada   | created | knowledge_rule.create | Gate left open    |
      | Ada   | updated | knowledge_rule.update | Gate left open    |
      | Priya | deleted | knowledge_rule.delete | Gate left open    |
      | Priya | created | mission.create        | Round of the mill |

  @AUD-001 @blocker @security @requires.database @requires.stand_ins
  Scenario: A change is told with who, from where, by which request and when
    Given its first target takes its time to answer
    And Priya has started "Survey of Dock 4"
    When Priya pauses it herself, as if she only passed on what somebody elsewhere wants
    Then the trail tells of that pause with Priya, her role, her own address, the request and the time
    And it tells that the mission was running and has been paused

  @AUD-001 @critical @security @requires.database @requires.stand_ins
  Scenario: A change is told with what was before and what is after
    When Priya renames it to "Survey of Dock 5"
    Then since then the trail of Acme tells exactly
      | who   | kind    | deed           | of               |
      | Priya | updated | mission.update | Survey of Dock 4 |
    And the trail tells that its name was "Survey of Dock 4" and is "Survey of Dock 5", and of nothing else

  @AUD-002 @critical @security @requires.database @requires.stand_ins
  Scenario: What was deleted can be read in the trail
    When Priya deletes it
    Then the trail tells the name and the scope that it had, and that 1 target went with it

  @AUD-002 @AUD-005 @blocker @security @requires.database @requires.stand_ins
  Scenario: A refusal is told, and nothing of what was refused
    Given Priya has started "Survey of Dock 4"
    And it has completed
    And the trail of Acme is followed from here on
    When Vera, a viewer at Acme, tries to delete it
    Then she is refused as not allowed
    And since then the trail of Acme tells exactly
      | who  | kind              | deed           | of               |
      | Vera | permission denied | mission.delete | Survey of Dock 4 |
    And all of it is of the level security

  @AUD-017 @critical @integration @requires.database @requires.stand_ins
  Scenario: What fails for another reason leaves nothing
    When Priya tries to pause it
    Then since then the trail of Acme tells nothing
    When Priya tries to create a mission "Survey of the mill" over nothing
    Then since then the trail of Acme tells nothing

  @AUD-002 @critical @security @requires.database @requires.stand_ins
  Scenario: Fetching a report is told as an export
    Given Priya has started "Survey of Dock 4"
    And it has completed
    And the trail of Acme is followed from here on
    When Priya fetches its report as csv
    Then since then the trail of Acme tells exactly
      | who   | kind            | deed           | of               |
      | Priya | export executed | mission.report | Survey of Dock 4 |

  @AUD-008 @blocker @integration @requires.database @requires.stand_ins @requires.queue
  Scenario: What is done in the background is told of who wanted it
    When Priya starts it
    Then it completes
    And what the trail tells of the work on it is told of Priya and her request

  @AUD-008 @critical @chaos @requires.database @requires.stand_ins @requires.queue @requires.faults
  Scenario: What another worker takes up is still told of who wanted it
    Given its first target takes its time to answer
    When Priya starts it
    And its first target is just being asked, and the worker is killed
    And its first target answers
    And another worker comes
    Then within 30 seconds it completes
    And what the trail tells of the work on it is told of Priya and her request

  @AUD-008 @critical @integration @requires.database @requires.stand_ins @requires.queue @requires.clock
  Scenario: That a mission's time is over is told of the system
    Given its first target takes its time to answer
    And Priya has started "Survey of Dock 4"
    When 61 minutes pass
    Then it fails because its time was over
    And the trail tells of mission.failed as the system's doing

  @AUD-008 @critical @integration @requires.database @requires.stand_ins @requires.queue @requires.clock
  Scenario: What the schedule does is told of the system, and what follows of who wanted the work
    Given Acme knows the risky rule "Reset of the controller"
    And a mission "Survey of Dock 5" over 1 target with the rule "Reset of the controller" alone
    And "Survey of Dock 5" waits for approval
    When 24 hours pass
    Then it completes
    And the trail tells of approval.expired as the system's doing
    And the trail tells of mission.completed as done in the background for Priya

  @AUD-018 @critical @performance @alone @requires.database @requires.stand_ins
  Scenario: A change can be read in the trail as soon as it is answered, and that in less than a second
    When Priya renames it to "Survey of Dock 5"
    Then the trail tells of that at the first look, and Priya was answered within 1 second

  @AUD-017 @critical @concurrency @requires.database @requires.stand_ins
  Scenario: Of eight starts at the same moment the trail tells the one that was
    Given its first target takes its time to answer
    When 8 starts of "Survey of Dock 4" are sent at the same moment
    Then exactly 1 of them is accepted
    And since then the trail of Acme tells exactly
      | who   | kind          | deed          | of               |
      | Priya | state changed | mission.start | Survey of Dock 4 |

  @AUD-002 @normal @integration @requires.database @requires.stand_ins
  Scenario: What is sent twice with one key is told once
    Given its first target takes its time to answer
    When Priya starts it with the key "survey-of-dock-4"
    And Priya starts it with the key "survey-of-dock-4"
    Then since then the trail of Acme tells exactly
      | who   | kind          | deed          | of               |
      | Priya | state changed | mission.start | Survey of Dock 4 |

  @AUD-016 @blocker @security @requires.database @requires.stand_ins
  Scenario: The trail of a tenant is nothing that another tenant's administrator can see
    Given Gleb is an administrator at Globex
    When Priya renames it to "Survey of Dock 5"
    Then Gleb sees nothing of the trail of Acme, wherever he looks for it
    And the trail of Acme tells all that stands there of Acme, and nothing else

  @AUD-016 @critical @security @requires.database @requires.stand_ins @requires.platform_key
  Scenario: What is done from above all tenants is told where the changed record is
    Given the trail of Globex is followed from here on
    When who runs the platform lets Acme create 7 missions a month
    Then since then the trail of Acme tells exactly
      | who    | kind    | deed          | of   |
      | nobody | updated | tenant.update | Acme |
    And since then the trail of Globex tells nothing

  @AUD-016 @AUD-005 @TEN-024 @critical @security @requires.database @requires.stand_ins @requires.platform_key
  Scenario: That a tenant was suspended is told to it when it is back, with the reason
    When who runs the platform suspends Acme because of "Harbour dues" and activates it again
    Then since then the trail of Acme tells exactly
      | who    | kind          | deed            | of   |
      | nobody | state changed | tenant.suspend  | Acme |
      | nobody | state changed | tenant.activate | Acme |
    And all of it is of the level security
    And the trail tells of the suspension that its reason was "Harbour dues"
    And the trail tells of the activation that its reason was "Harbour dues", and is over
