@conversations
Feature: The language model is not always there
  A question that cannot be answered is kept. Whoever asked is told so, and nothing of the inside;
  asked again it is answered, once.

  Background:
    Given Priya is an operator at Acme
    And Priya has begun the conversation "Cranes"

  @CON-032 @blocker @chaos @requires.database @requires.language_model
  Scenario: A question that nobody answers is kept, and answered once when it is asked again
    Given the language model is away
    When Priya tries to ask "Who mends it?" in the conversation
    Then she is told that the question is kept, and nothing of the inside
    And in the conversation there was said
      | who   | what                      |
      | Priya | Who mends it?, unanswered |
    When the language model is well again
    And Priya asks "Who mends it?" in the conversation
    Then in the conversation there was said
      | who       | what                                            |
      | Priya     | Who mends it?                                   |
      | the model | You asked: “Who mends it?”. I would look it up. |

  @CON-032 @critical @chaos @requires.database @requires.language_model
  Scenario Outline: Whatever is no answer is none, and is shown to nobody
    Given the language model <trouble>
    When Priya tries to ask "Who mends it?" in the conversation
    Then she is told that the question is kept, and nothing of the inside
    And in the conversation there was said
      | who   | what                      |
      | Priya | Who mends it?, unanswered |

    Examples: whatever it answers
      | trouble                         |
      | answers that it is broken       |
      | answers that it is busy         |
      | turns everybody away            |
      | sends somewhere else            |
      | answers what nobody understands |
      | answers something else          |
      | answers without a choice        |
      | says nothing                    |
      | says only blanks                |
      | says what cannot be stored      |
      | counts fewer tokens than none   |

  @CON-032 @normal @chaos @requires.database @requires.language_model
  Scenario: Asked in vain again and again, a question is kept once
    Given the language model answers that it is broken
    When Priya tries to ask "Who mends it?" in the conversation
    And Priya tries to ask "Who mends it?" in the conversation
    Then she is told that the question is kept, and nothing of the inside
    And in the conversation there was said
      | who   | what                      |
      | Priya | Who mends it?, unanswered |

  @CON-032 @critical @chaos @requires.database @requires.language_model
  Scenario: What was not answered is no part of what the model is told later
    Given the language model answers that it is broken
    When Priya tries to ask "Who mends it?" in the conversation
    And the language model is well again
    And she asks "And who the lamp?" in the conversation
    Then with the last question the language model was told
      | as   | what              |
      | user | And who the lamp? |
    And in the conversation there was said
      | who       | what                                                |
      | Priya     | Who mends it?, unanswered                           |
      | Priya     | And who the lamp?                                   |
      | the model | You asked: “And who the lamp?”. I would look it up. |

  @CON-032 @normal @chaos @requires.database @requires.language_model
  Scenario: A question asked nowhere is kept, too
    Given the language model is away
    When Priya tries to ask "Who mends the lamp?"
    Then she is told in which new conversation the question is kept
    And in the conversation there was said
      | who   | what                            |
      | Priya | Who mends the lamp?, unanswered |

  @CON-035 @critical @chaos @requires.database @requires.language_model
  Scenario: Where the model is asked too often, people are told when it says to come back
    Given the language model answers that it is asked too often, and to come back in 17 seconds
    When Priya tries to ask "Who mends it?" in the conversation
    Then she is told that the question is kept, and nothing of the inside
    And she is told to come back in 17 seconds
    And the language model was asked 3 times, and each time by the same name

  @CON-035 @normal @chaos @requires.database @requires.language_model
  Scenario: Where the model does not say when to come back, it is in half a minute
    Given the language model answers that it is broken
    When Priya tries to ask "Who mends it?" in the conversation
    Then she is told to come back in 30 seconds
    And the language model was asked 1 time

  @CON-036 @blocker @chaos @slow @requires.database @requires.language_model
  Scenario: Who waits for a silent model is told within twelve seconds, and nobody else waits
    Given the language model is silent
    When Priya tries to ask "Who mends it?" in the conversation while others go on working
    Then she is told so after 10 to 12 seconds, and nobody else has waited for 5 seconds
    And she is told that the question is kept, and nothing of the inside

  @CON-037 @blocker @chaos @requires.database @requires.language_model
  Scenario: A model that is busy for a moment is asked again
    Given the language model answers 2 times that it is busy
    When Priya tries to ask "Who mends it?" in the conversation
    Then she succeeds
    And the language model was asked 3 times, and each time by the same name
    And in the conversation there was said
      | who       | what                                            |
      | Priya     | Who mends it?                                   |
      | the model | You asked: “Who mends it?”. I would look it up. |

  @CON-038 @blocker @chaos @requires.database @requires.language_model @requires.clock
  Scenario: A model that keeps failing is left alone for half a minute
    Given the language model answers that it is broken
    And Priya has asked 5 times in vain in the conversation
    When the language model is well again
    And Priya tries to ask "Who mends it?" in the conversation
    Then she is told that the question is kept, and nothing of the inside
    And the language model was asked 5 times in all
    When 30 seconds pass
    And Priya asks "Who mends it?" in the conversation
    And she asks "Since when?" in the conversation
    Then the language model was asked 7 times in all

  @CON-038 @critical @chaos @requires.database @requires.language_model
  Scenario: A model that fails four times, and not a fifth, is asked on
    Given the language model answers that it is broken
    And Priya has asked 4 times in vain in the conversation
    When the language model is well again
    And Priya tries to ask "Who mends it?" in the conversation
    Then she succeeds

  @CON-038 @critical @chaos @requires.database @requires.language_model @requires.clock
  Scenario: A model that fails once more after half a minute is left alone again
    Given the language model answers that it is broken
    And Priya has asked 5 times in vain in the conversation
    When 30 seconds pass
    And Priya tries to ask "Who mends it?" in the conversation
    Then the language model was asked 6 times in all
    When the language model is well again
    And Priya tries to ask "Who mends it?" in the conversation
    Then she is told that the question is kept, and nothing of the inside
    And the language model was asked 6 times in all
