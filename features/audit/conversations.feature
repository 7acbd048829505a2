@audit
Feature: What is done with conversations is told, and not what is said
  The trail tells who began, renamed or deleted a conversation, and of each turn what it has cost.
  What people and the language model say to each other is no business of the trail.

  Background:
    Given Priya is an operator at Acme
    And the trail of Acme is followed from here on

  @AUD-006 @blocker @security @requires.database @requires.language_model
  Scenario: Beginning, renaming, asking and deleting is told, each once
    When Priya begins the conversation "Cranes"
    And she gives the conversation the title "All cranes"
    And she asks "Who mends the yellow one?" in the conversation
    And she deletes the conversation
    Then since then the trail of Acme tells exactly
      | who   | kind    | deed                | of         |
      | Priya | created | conversation.create | All cranes |
      | Priya | updated | conversation.update | All cranes |
      | Priya | created | chat_turn.create    |            |
      | Priya | deleted | conversation.delete | All cranes |

  @AUD-006 @critical @security @requires.database @requires.language_model
  Scenario: Of a turn the trail tells the model, the tokens and the time, and nothing of the text
    Given the language model says "Kim does, as ever."
    And Priya has begun the conversation "Cranes"
    When Priya asks "Who mends the yellow one?" in the conversation
    Then the trail tells of that turn its model, its tokens and its time, and not a word of it

  @AUD-006 @critical @security @requires.database @requires.language_model
  Scenario: Of a question that nobody answers no turn is told
    Given Priya has begun the conversation "Cranes"
    And the language model is away
    When Priya tries to ask "Who mends it?" in the conversation
    Then she is refused as impossible, since the language model is silent
    And since then the trail of Acme tells exactly
      | who   | kind    | deed                | of     |
      | Priya | created | conversation.create | Cranes |
