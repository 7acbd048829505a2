@conversations
Feature: Conversations are kept
  Whoever may talk with the language model keeps the talks: finds them again by their titles and by
  what was said, renames them, lays them aside, and deletes them.

  Background:
    Given Priya is an operator at Acme

  @CON-002 @blocker @e2e @requires.database
  Scenario: A conversation is begun, found, renamed and deleted
    When Priya begins the conversation "Survey of Dock 4"
    Then she finds the conversation "Survey of Dock 4" and no other
    When she gives the conversation the title "Survey of Dock 5"
    Then she finds the conversation "Survey of Dock 5" and no other
    When she deletes the conversation
    Then she finds no conversation
    And the conversation is gone, for Priya too

  @CON-022 @critical @contract @requires.database @requires.language_model
  Scenario Outline: What is not there can neither be read nor changed, and nothing can be asked in it
    When Priya tries everything that can be done with a conversation that <which>
    Then all of it is refused as unknown
    And the language model was not asked anything

    Examples: well formed or not
      | which            |
      | nobody has       |
      | has no proper id |
      | has an empty id  |

  @CON-003 @critical @integration @requires.database
  Scenario: Five conversations come in pages of two, the newest first
    Given Priya has begun the conversations "One, Two, Three, Four, Five"
    Then Priya's conversations come in these pages of 2
      | page | titles     |
      | 1    | Five, Four |
      | 2    | Three, Two |
      | 3    | One        |

  @CON-003 @critical @integration @requires.database @requires.language_model
  Scenario: Where something was said last comes first
    Given Priya has begun the conversations "One, Two, Three"
    When she asks "Which way to Dock 4?" in the conversation "One"
    Then she finds the conversations "One, Three, Two" and no other
    When she gives the conversation "Two" the title "Second"
    Then she finds the conversations "One, Three, Second" and no other
    When she asks "And to Dock 5?" in the conversation "Second"
    Then she finds the conversations "Second, One, Three" and no other

  @CON-009 @critical @security @requires.database @requires.language_model
  Scenario: A word is looked for in titles and in what was said, and only where it may be read
    Given Olga is an operator at Acme
    And Olga has begun the conversation "Own cranes"
    And Olga has begun the shared conversation "Cranes for all"
    And Priya has begun the conversation "The yellow crane"
    And Priya has begun the conversation "Dock 4"
    And Priya has asked "Who mends the CRANE of gate 7?" in the conversation "Dock 4"
    And Priya has begun the conversation "Dock 5"
    Then Priya finds these conversations by what is said in them
      | looked for | found                                     |
      | crane      | Dock 4, The yellow crane, Cranes for all |
      | GATE 7     | Dock 4                                    |
      | look it up | Dock 4                                    |
      | gate%7     |                                           |

  @CON-010 @critical @integration @requires.database
  Scenario: What is laid aside is not in the way, and can be taken up again
    Given Priya has begun the conversations "Dock 4, Dock 5"
    When Priya archives the conversation "Dock 4"
    Then she finds the conversation "Dock 5" and no other
    And she finds the conversations "Dock 5, Dock 4" and no other, those in the archive too
    When she takes the conversation "Dock 4" out of the archive
    Then she finds the conversations "Dock 5, Dock 4" and no other

  @CON-010 @critical @integration @requires.database @requires.language_model
  Scenario: Nothing can be asked in what is laid aside
    Given Priya has begun the conversation "Dock 4"
    And Priya has archived the conversation
    When she tries to ask "Who mends the crane?" in the conversation
    Then she is refused as impossible, since it is archived
    And nothing was said in the conversation
    And the language model was not asked anything

  @CON-002 @normal @contract @requires.database
  Scenario Outline: With what a conversation cannot begin
    When Priya tries to begin a conversation with <what>
    Then she is refused as incomplete, since <field> is <fault>
    And she finds no conversation

    Examples: each field
      | what                          | field         | fault          |
      | no title                      | title         | required       |
      | a blank title                 | title         | too short      |
      | a title of 256 characters     | title         | too long       |
      | an empty prompt               | system_prompt | too short      |
      | a prompt of 4001 characters   | system_prompt | too long       |
      | the visibility of a mission's | visibility    | not allowed    |
      | another's id                  | owner_id      | no field of it |
      | a message                     | messages      | no field of it |

  @CON-002 @normal @contract @requires.database
  Scenario Outline: With what a conversation can just begin
    When Priya tries to begin a conversation with <what>
    Then she succeeds

    Examples: the longest
      | what                        |
      | a title of 255 characters   |
      | a prompt of 4000 characters |
      | no prompt                   |

  @CON-002 @normal @contract @requires.database
  Scenario Outline: What of a conversation cannot be changed
    Given Priya has begun the conversation "Dock 4"
    When Priya tries to give the conversation the <field> "<value>"
    Then she is refused as incomplete, since <field> is <fault>
    And nothing about the conversation has changed

    Examples: of it or not
      | field         | value   | fault             |
      | title         |         | too short         |
      | visibility    | mission | not allowed       |
      | archived      | yes     | of the wrong kind |
      | owner_id      | Olga    | read-only         |
      | message_count | 7       | read-only         |
      | total_tokens  | 0       | read-only         |
      | sequence      | 1       | no field of it    |
