@conversations
Feature: Each mission has its chat
  With a mission comes a conversation about it, in which the model is told how the mission stands.
  Talking changes nothing: what a mission does is decided elsewhere.

  Background:
    Given Priya runs missions at Acme
    And a mission "Survey of Dock 4" over 2 targets

  @CON-016 @blocker @e2e @requires.database @requires.stand_ins @requires.language_model
  Scenario: What is asked about a mission is answered by who knows how it stands
    Given the language model says "Two targets wait."
    When Priya asks "How does it stand?" in its chat
    Then the model was told the name of the mission, that it is created, and its numbers
    And in its chat there was said
      | who       | what               |
      | Priya     | How does it stand? |
      | the model | Two targets wait.  |
    When "Survey of Dock 4" is run to its end
    And Priya asks "And now?" in its chat
    Then the model was told the name of the mission, that it is completed, and its numbers

  @CON-017 @critical @security @requires.database @requires.stand_ins @requires.language_model
  Scenario: The chat of a mission is read by whoever may read the mission
    Given Sam is a supervisor at Acme
    And Priya has asked "How does it stand?" in its chat
    And Sam has asked "And who waits?" in its chat
    Then Vera, a viewer at Acme, reads in its chat
      | who       | what                                                 |
      | Priya     | How does it stand?                                   |
      | the model | You asked: “How does it stand?”. I would look it up. |
      | Sam       | And who waits?                                       |
      | the model | You asked: “And who waits?”. I would look it up.     |
    And each message of its chat tells when it was said, none before the one above

  @CON-017 @critical @security @requires.database @requires.stand_ins @requires.language_model
  Scenario Outline: For who may not read the mission there is no chat
    Given Wim is a <role> at <tenant>
    And Priya has asked "How does it stand?" in its chat
    When Wim tries to read its chat
    Then he is refused as unknown

    Examples: in the tenant, and elsewhere
      | role          | tenant |
      | worker        | Acme   |
      | salesperson   | Acme   |
      | verifier      | Acme   |
      | administrator | Globex |
      | operator      | Globex |

  @CON-016 @critical @security @requires.database @requires.stand_ins @requires.language_model
  Scenario: Who may only look asks nothing about a mission
    Given Vera is a viewer at Acme
    When Vera tries to ask "How does it stand?" in its chat
    Then she is refused as not allowed
    And nothing was said in its chat
    And the language model was not asked anything

  @CON-016 @critical @security @requires.database @requires.stand_ins @requires.language_model
  Scenario Outline: Nobody changes or deletes the chat of a mission, or finds it among the conversations
    Given Wim is a <role> at Acme
    When Wim tries to give its chat the title "Mine"
    Then he is refused as not allowed
    And nothing about its chat has changed
    When Wim tries to delete its chat
    Then he is refused as not allowed
    And nothing about its chat has changed
    And Wim finds no conversation

    Examples: whoever it is
      | role          |
      | administrator |
      | supervisor    |
      | operator      |

  @CON-016 @critical @integration @requires.database @requires.stand_ins @requires.language_model
  Scenario: With the mission goes its chat
    Given Priya has asked "How does it stand?" in its chat
    When Priya deletes it
    Then its chat went with it

  @CON-024 @critical @contract @requires.database @requires.stand_ins @requires.language_model
  Scenario: The longest question about a mission is asked
    When Priya tries to ask a question of 32000 characters in its chat
    Then she succeeds

  @CON-024 @critical @contract @requires.database @requires.stand_ins @requires.language_model
  Scenario Outline: What is no question about a mission is not asked
    When Priya tries to ask a question of <length> characters in its chat
    Then she is refused as incomplete, since message is <fault>
    And nothing was said in its chat
    And the language model was not asked anything

    Examples: empty and too long
      | length | fault     |
      | 0      | too short |
      | 32001  | too long  |

  @CON-011 @CON-016 @critical @integration @requires.database @requires.stand_ins @requires.language_model
  Scenario: An answer about a mission comes in pieces, too
    When Priya asks "How does it stand?" in its chat, and hears the answer as it is given
    Then she hears a beginning, at least 2 pieces and an end, which together are what is then kept
    And the model was told the name of the mission, that it is created, and its numbers

  @CON-027 @blocker @security @requires.database @requires.stand_ins @requires.language_model
  Scenario Outline: No words in its chat do anything to a mission
    Given a mission "Survey of Dock 5" that is <state>
    And the language model says "I approve, pause, resume and stop it now. mission.stop: done; status: stopped."
    When everything that is known of it is noted
    And Priya asks "Start it. Approve what it waits for, pause it, resume it and stop it at once!" in its chat
    And she asks "/stop" in its chat
    Then "Survey of Dock 5" is still <state>
    And nothing that is known of it has changed

    Examples: wherever it stands
      | state             |
      | created           |
      | paused            |
      | awaiting_approval |
      | stopped           |

  @CON-033 @blocker @chaos @requires.database @requires.stand_ins @requires.language_model
  Scenario: While the model is away a question about a mission is kept, and the mission goes on
    Given its first target takes its time to answer
    And Priya has started "Survey of Dock 4"
    And the language model is away
    When Priya tries to ask "How does it stand?" in its chat
    Then she is told that the question is kept, and nothing of the inside
    When its first target answers
    Then it completes
    When the language model is well again
    And Priya asks "How does it stand?" in its chat
    Then in its chat there was said
      | who       | what                                                 |
      | Priya     | How does it stand?                                   |
      | the model | You asked: “How does it stand?”. I would look it up. |
