@conversations
Feature: A turn is a question and its answer
  Whoever asks something is answered by the language model, and both are kept, in their order, with
  what the answer has cost.

  Background:
    Given Priya is an operator at Acme

  @CON-001 @blocker @e2e @requires.database @requires.language_model
  Scenario: What is asked is answered, and both are kept
    Given the language model says "The crane of gate 7 is mended by Kim."
    When Priya begins the conversation "Cranes"
    And she asks "Who mends the crane of gate 7?" in the conversation
    Then in the conversation there was said
      | who       | what                                  |
      | Priya     | Who mends the crane of gate 7?        |
      | the model | The crane of gate 7 is mended by Kim. |

  @CON-004 @CON-005 @CON-006 @critical @integration @requires.database @requires.language_model
  Scenario: What is asked one after another is kept in that order, each question with its answer
    Given Priya has begun the conversation "Cranes"
    When Priya asks "Who mends it?" in the conversation
    And she asks "When?" in the conversation
    And she asks "Why?" in the conversation
    Then Priya reads in the conversation
      | who       | what                                          |
      | Priya     | Who mends it?                                 |
      | the model | You asked: “Who mends it?”. I would look it up. |
      | Priya     | When?                                         |
      | the model | You asked: “When?”. I would look it up.         |
      | Priya     | Why?                                          |
      | the model | You asked: “Why?”. I would look it up.          |
    And the messages of the conversation come in pages of 4, each on one of them

  @CON-014 @blocker @contract @requires.database @requires.language_model
  Scenario: The language model is asked once a turn, in the way that it understands
    When Priya asks "Who mends the crane?"
    Then the language model was asked once, for the model "standard", and told by which key it knows the platform

  @CON-007 @CON-014 @critical @contract @requires.database @requires.language_model
  Scenario: How the model is to be is told before anything else, and is no part of what was said
    Given Priya has begun the conversation "Cranes", in which the model is told "Be brief."
    And the language model says "Kim."
    When Priya asks "Who mends it?" in the conversation
    And she asks "Since when?" in the conversation
    Then with the last question the language model was told
      | as        | what          |
      | system    | Be brief.     |
      | user      | Who mends it? |
      | assistant | Kim.          |
      | user      | Since when?   |
    And in the conversation there was said
      | who       | what          |
      | Priya     | Who mends it? |
      | the model | Kim.          |
      | Priya     | Since when?   |
      | the model | Kim.          |

  @CON-007 @normal @integration @requires.database @requires.language_model
  Scenario: How the model is to be can be changed while the talk goes on
    Given Priya has begun the conversation "Cranes", in which the model is told "Be brief."
    When Priya lets the model be told "Be polite." in the conversation
    And she asks "Who mends it?" in the conversation
    Then with the last question the language model was told
      | as     | what          |
      | system | Be polite.    |
      | user   | Who mends it? |

  @CON-014 @critical @contract @requires.database @requires.language_model
  Scenario: With a question the model is told the last twenty messages, and no more
    Given Priya has begun the conversation "Cranes"
    And Priya has asked 11 questions in the conversation
    When Priya asks "And now?" in the conversation
    Then the model was told the questions 2 to 11 with their answers, and then "And now?"

  @CON-008 @critical @integration @requires.database @requires.language_model
  Scenario: A question asked nowhere begins a conversation of its own
    When Priya asks "Who mends the crane of gate 7, and who the lamp on the quay behind the second gate over there?"
    Then the conversation is private, of Priya, and called "Who mends the crane of gate 7, and who the lamp on the quay behind the second ga"
    And in the conversation there was said
      | who       | what                                                                                           |
      | Priya     | Who mends the crane of gate 7, and who the lamp on the quay behind the second gate over there? |
      | the model | You asked: “Who mends the crane of gate 7, and who the lamp on the quay behind the second gate over there?”. I would look it up. |

  @CON-012 @critical @contract @requires.database @requires.language_model
  Scenario: Another model can be asked, and the answer says which it was
    When Priya asks "Who mends the crane?" of the model "large"
    Then the last answer in the conversation is of the model "large", and took 12, 30 and 42 tokens
    And the language model was asked once, for the model "large", and told by which key it knows the platform

  @CON-012 @critical @contract @requires.database @requires.language_model
  Scenario: A model that is not offered is refused
    When Priya tries to ask "Who mends the crane?" of the model "larger"
    Then she is refused as incomplete, since model is not allowed
    And she finds no conversation
    And the language model was not asked anything

  @CON-013 @critical @integration @requires.database @requires.language_model
  Scenario: Each answer tells what it has cost, and how long it took
    Given the language model says of each answer that it took 300 tokens to read and 200 to write
    And the language model takes 0.2 seconds for each answer
    When Priya asks "Who mends the crane?"
    Then the last answer in the conversation is of the model "standard", and took 300, 200 and 500 tokens
    And the last answer in the conversation tells that it took 200 to 5000 milliseconds

  @CON-013 @normal @integration @requires.database @requires.language_model
  Scenario: A model that says nothing of tokens has used none
    Given the language model says nothing of tokens
    When Priya asks "Who mends the crane?"
    Then the last answer in the conversation is of the model "standard", and took 0, 0 and 0 tokens

  @CON-015 @blocker @integration @requires.database @requires.language_model
  Scenario: What is sent twice with one key is asked once
    Given Priya has begun the conversation "Cranes"
    When Priya sends the same question "Who mends it?" in the conversation twice, with the same key
    Then both times she was answered the same, the second time as told before
    And the language model was asked 1 time
    And in the conversation there was said
      | who       | what                                          |
      | Priya     | Who mends it?                                 |
      | the model | You asked: “Who mends it?”. I would look it up. |

  @CON-023 @critical @contract @requires.database @requires.language_model
  Scenario Outline: How long a question may be
    Given Priya has begun the conversation "Cranes"
    When Priya tries to ask a question of <length> characters in the conversation
    Then she succeeds

    Examples: the shortest and the longest
      | length |
      | 1      |
      | 32000  |

  @CON-023 @critical @contract @requires.database @requires.language_model
  Scenario Outline: A question that is none, or too long, is not asked
    Given Priya has begun the conversation "Cranes"
    When Priya tries to ask <what> in the conversation
    Then she is refused as incomplete, since message is <fault>
    And nothing was said in the conversation
    And the language model was not asked anything

    Examples: empty, blank, and too long
      | what                             | fault     |
      | a question of 0 characters       | too short |
      | nothing but 3 blanks             | too short |
      | a question of 32001 characters   | too long  |

  @CON-025 @critical @security @requires.database @requires.language_model
  Scenario Outline: Nobody writes what the model says
    Given Priya has begun the conversation "Cranes"
    When Priya tries to ask "Kim does." in the conversation, with "<value>" as "<field>"
    Then she is refused as incomplete, since <field> is no field of it
    And nothing was said in the conversation
    And the language model was not asked anything

    Examples: as whom it might be said
      | field  | value     |
      | role   | assistant |
      | role   | system    |
      | answer | Kim.      |

  @CON-025 @critical @security @requires.database @requires.language_model
  Scenario: There is no way to lay messages into a conversation
    Given Priya has begun the conversation "Cranes"
    When Priya tries to put a message of the model into the conversation
    Then she is refused as impossible, whoever it is
    And nothing was said in the conversation

  @CON-001 @normal @integration @requires.database @requires.language_model
  Scenario Outline: What is asked and what is answered is kept as it came
    Given the language model says "<answer>"
    When Priya asks "<question>"
    Then in the conversation there was said
      | who       | what       |
      | Priya     | <question> |
      | the model | <answer>   |

    Examples: whatever it looks like
      | question                   | answer                            |
      | Œuvre № 7 · Łódź · 東京 · 🚢 | <script>alert(1)</script> & so on |
      | -- DROP TABLE messages;    | {{name}} ${HOME} %s \\n           |

  @CON-031 @critical @concurrency @requires.database @requires.language_model
  Scenario: Six questions at the same moment are answered one after another
    Given Priya has begun the conversation "Cranes"
    And the language model takes 0.05 seconds for each answer
    When Priya asks 6 questions in the conversation at the same moment
    Then exactly 6 of them are accepted
    And each of the 6 questions in the conversation is followed by its own answer
    And the language model was asked 6 times

  @CON-039 @critical @performance @alone @requires.database @requires.language_model
  Scenario: Where the model answers at once, so does the platform
    Given Priya has begun the conversation "Cranes"
    When Priya asks 5 questions in the conversation one after another, most of them answered within 1 second
    Then the language model was asked 5 times

  @RT-023 @blocker @integration @requires.database @requires.language_model
  Scenario: The owner is told of a question and then of its answer, when both can be read
    Given Ada is an administrator at Acme
    And Priya has begun the shared conversation "Cranes"
    And Priya watches what is said in the conversation, and looks whenever she is told something
    And Ada watches what is her own
    When Priya asks "Who mends it?" in the conversation
    And Ada asks "Since when?" in the conversation
    Then Priya was told of each message of the conversation, once and in order, and each could be read
    And Ada was told of no message
