@conversations
Feature: An answer is heard as it is given
  Whoever does not want to wait hears the answer piece by piece. Only a whole answer is kept.

  Background:
    Given Priya is an operator at Acme
    And Priya has begun the conversation "Cranes"

  @CON-011 @blocker @e2e @requires.database @requires.language_model
  Scenario: An answer comes in pieces, and is kept as a whole
    Given the language model says "Kim mends it, as ever."
    When Priya asks "Who mends it?" in the conversation, and hears the answer as it is given
    Then she hears a beginning, at least 2 pieces and an end, which together are what is then kept
    And in the conversation there was said
      | who       | what                   |
      | Priya     | Who mends it?          |
      | the model | Kim mends it, as ever. |
    And the last answer in the conversation is of the model "standard", and took 12, 30 and 42 tokens

  @CON-011 @critical @integration @requires.database @requires.language_model
  Scenario: A question asked nowhere begins a conversation, heard as it is given, too
    When Priya asks "Who mends the lamp?", and hears the answer as it is given
    Then she hears a beginning, at least 2 pieces and an end, which together are what is then kept
    And the conversation is private, of Priya, and called "Who mends the lamp?"

  @CON-018 @normal @integration @requires.database @requires.language_model
  Scenario: An answer in pieces costs what a whole one costs
    When Priya asks "Who mends it?" in the conversation, and hears the answer as it is given
    Then Acme may use 1000000 tokens a day and 20000000 a month, and has used 42

  @CON-034 @blocker @chaos @requires.database @requires.language_model
  Scenario: Of an answer that breaks off nothing is kept but the question
    Given the language model breaks off in the middle of its answers
    When Priya asks "Who mends it?" in the conversation, and hears the answer as it is given
    Then she hears a beginning, at least 1 piece and that the language model is not available
    And in the conversation there was said
      | who   | what                      |
      | Priya | Who mends it?, unanswered |
    And Acme may use 1000000 tokens a day and 20000000 a month, and has used none
    When the language model is well again
    And Priya asks "Who mends it?" in the conversation
    Then in the conversation there was said
      | who       | what                                            |
      | Priya     | Who mends it?                                   |
      | the model | You asked: “Who mends it?”. I would look it up. |

  @CON-034 @critical @chaos @requires.database @requires.language_model
  Scenario: Where nobody answers, the first that is heard is that the question is kept
    Given the language model answers that it is broken
    When Priya asks "Who mends it?" in the conversation, and hears the answer as it is given
    Then she hears a beginning, no piece and that the language model is not available
    And in the conversation there was said
      | who   | what                      |
      | Priya | Who mends it?, unanswered |

  @CON-034 @normal @chaos @requires.database @requires.language_model
  Scenario: What broke off is not told again as it was, but asked anew
    Given the language model breaks off in the middle of its answers
    When Priya asks "Who mends it?" in the conversation with a key, and hears the answer as it is given
    Then she hears a beginning, at least 1 piece and that the language model is not available
    When the language model is well again
    And Priya asks "Who mends it?" in the conversation with a key, and hears the answer as it is given
    Then she hears a beginning, at least 2 pieces and an end, which together are what is then kept

  @CON-037 @normal @chaos @requires.database @requires.language_model
  Scenario: A busy model is asked again before the first piece is heard
    Given the language model answers 2 times that it is busy
    When Priya asks "Who mends it?" in the conversation, and hears the answer as it is given
    Then she hears a beginning, at least 2 pieces and an end, which together are what is then kept
    And the language model was asked 3 times in all

  @CON-026 @normal @integration @requires.database @requires.language_model
  Scenario: When all is used nothing is heard either
    Given Ada is an administrator at Acme
    And Ada has let Acme use 0 tokens a day
    When Priya tries to ask "Who mends it?" in the conversation, and to hear the answer as it is given
    Then she is refused until the day is over, since all its tokens are used
    And nothing was said in the conversation
    And the language model was not asked anything
