@api
Feature: Carried out once, however often it is sent
  Who gets no answer does not know whether the call has arrived, and sends it again. With a key
  that may be done without fear: what came first counts, and is answered as at first.

  Background:
    Given Priya runs missions at Acme

  @API-037 @blocker @integration @requires.database
  Scenario: What is sent twice with one key is done once
    When Priya sends the mission "Survey of Dock 4" with the key "survey-of-dock-4"
    And she sends the mission "Survey of Dock 4" again with the key "survey-of-dock-4"
    Then both answers are the same, and only the second is marked as a replay
    And Acme has exactly 1 mission

  @API-037 @normal @integration @requires.database
  Scenario: A refusal is kept like any other answer
    When Priya sends a mission without a name, 2 times with the key "survey-of-dock-4"
    Then both answers are the same, and only the second is marked as a replay
    And she is refused as incomplete, since name is required

  @API-038 @blocker @integration @requires.database
  Scenario: A key does not serve for anything else
    Given Priya has sent the mission "Survey of Dock 4" with the key "survey-of-dock-4"
    When she sends the mission "Survey of Dock 5" with the key "survey-of-dock-4"
    Then she is refused as used for another call
    And Acme has exactly 1 mission
    When she sends the mission "Survey of Dock 5" with the key "survey-of-dock-5"
    Then that is carried out, not replayed

  @API-039 @normal @contract @requires.database
  Scenario Outline: A key has 16 to 255 characters
    When Priya sends the mission "Survey of Dock 4" with a key of <length> characters
    Then <outcome>

    Examples: both ends
      | length | outcome                                                               |
      | 15     | she is refused as incomplete, since Idempotency-Key is too short      |
      | 16     | that is carried out, not replayed                                     |
      | 255    | that is carried out, not replayed                                     |
      | 256    | she is refused as incomplete, since Idempotency-Key is too long       |

  @API-039 @normal @contract @requires.database
  Scenario: A key is made of signs that can be printed
    When Priya sends the mission "Survey of Dock 4" with the key "survey-of-dock-é"
    Then she is refused as incomplete, since Idempotency-Key is malformed
    And Acme has no mission "Survey of Dock 4"

  @API-040 @critical @integration @requires.database @requires.clock
  Scenario: An answer is kept for a day
    Given Priya has sent the mission "Survey of Dock 4" with the key "survey-of-dock-4"
    When 1439 minutes pass
    And she sends the mission "Survey of Dock 4" again with the key "survey-of-dock-4"
    Then the answer is the first one once more, marked as a replay
    When 1 minute passes
    And she sends the mission "Survey of Dock 4" again with the key "survey-of-dock-4"
    Then that is carried out, not replayed
    And she finds exactly 2 missions

  @API-040 @critical @chaos @requires.database @requires.faults
  Scenario: An answer outlives a restart
    Given Priya has sent the mission "Survey of Dock 4" with the key "survey-of-dock-4"
    When the platform is restarted
    And she sends the mission "Survey of Dock 4" again with the key "survey-of-dock-4"
    Then both answers are the same, and only the second is marked as a replay
    And Acme has exactly 1 mission

  @API-040 @critical @security @requires.database
  Scenario: What is another person's key is another key
    Given Priya has sent the mission "Survey of Dock 4" with the key "survey-of-dock-4"
    And Olga runs missions at Acme
    When Olga sends the mission "Survey of Dock 4" with the key "survey-of-dock-4"
    Then that is carried out, not replayed
    And Acme has exactly 2 missions

  @API-040 @normal @integration @requires.database @requires.stand_ins
  Scenario: The same key for something else to be done is another key
    Given a mission "Survey of Dock 4" over 1 target
    And Priya has sent the mission "Survey of Dock 5" with the key "survey-of-dock-5"
    When Priya starts "Survey of Dock 4" with the key "survey-of-dock-5"
    Then that is carried out, not replayed
    And "Survey of Dock 4" completes

  @API-054 @blocker @concurrency @requires.database
  Scenario: Ten at the same moment make one
    When Priya sends the mission "Survey of Dock 4" 10 times at the same moment with the key "survey-of-dock-4"
    Then exactly one of them is carried out, and each other replays it or is told that it is still running
    And Acme has exactly 1 mission
    When she sends the mission "Survey of Dock 4" again with the key "survey-of-dock-4"
    Then she succeeds
    And Acme has exactly 1 mission

  @API-055 @critical @chaos @requires.database @requires.stand_ins @requires.store_faults
  Scenario: A first attempt that the platform could not carry out may be sent again
    Given a mission "Survey of Dock 4" over 1 target
    And Redis is away
    When Priya starts "Survey of Dock 4" with the key "start-of-dock-4-"
    Then she is refused as unavailable
    When Redis comes back
    And she starts "Survey of Dock 4" with the key "start-of-dock-4-"
    Then that is carried out, not replayed
    And within 15 seconds "Survey of Dock 4" completes

  @API-054 @critical @concurrency @requires.database
  Scenario: While the first call is still running nothing else is done, and that is said
    Given counting Acme's missions is held up
    When Priya sends the mission "Survey of Dock 4" with the key "survey-of-dock-4", and has no answer yet
    And she sends the mission "Survey of Dock 4" again with the key "survey-of-dock-4"
    Then she is refused as still running
    When counting goes on again
    Then what she sent first is carried out
    When she sends the mission "Survey of Dock 4" again with the key "survey-of-dock-4"
    Then she succeeds
    And Acme has exactly 1 mission

  @API-055 @critical @chaos @requires.database @requires.faults @requires.clock
  Scenario: A first call that was lost with the platform does not hold its key for ever
    Given counting Acme's missions is held up
    When Priya sends the mission "Survey of Dock 4" with the key "survey-of-dock-4", and has no answer yet
    And the platform is killed with what it has in hand, and begun again
    And counting goes on again
    And she sends the mission "Survey of Dock 4" again with the key "survey-of-dock-4"
    Then she is refused as still running
    When 61 seconds pass
    And she sends the mission "Survey of Dock 4" again with the key "survey-of-dock-4"
    Then that is carried out, not replayed
    And Acme has exactly 1 mission
