@conversations
Feature: A tenant uses no more than it may
  The language model costs by the token. Each tenant has so many for a day and for a month; when they
  are used up nothing more is asked until they count anew.

  Background:
    Given Priya is an operator at Acme
    And Ada is an administrator at Acme

  @CON-019 @critical @integration @requires.database
  Scenario: A new tenant may use a million tokens a day and twenty million a month
    Given Nadia has registered the tenant "Harbour"
    Then "Harbour" may use 1000000 tokens a day and 20000000 a month, and has used none

  @CON-019 @critical @security @requires.database
  Scenario Outline: Nobody but the administrator changes what may be used
    Given Wim is a <role> at Acme
    When Wim tries to let Acme use 5 tokens a day
    Then he is refused as not allowed
    And Acme may use 1000000 tokens a day and 20000000 a month, and has used none

    Examples: every other role
      | role        |
      | supervisor  |
      | operator    |
      | worker      |
      | salesperson |
      | verifier    |
      | viewer      |

  @CON-019 @critical @integration @requires.database
  Scenario: The administrator lets the tenant use more or less
    When Ada lets Acme use 500 tokens a day
    Then Acme may use 500 tokens a day and 20000000 a month, and has used none
    When Ada lets Acme use 1000000000 tokens a month
    Then Acme may use 500 tokens a day and 1000000000 a month, and has used none

  @CON-019 @normal @contract @requires.database
  Scenario Outline: What cannot be allowed
    When Ada tries to let Acme use <count> tokens a <span>
    Then she is refused as incomplete, since <field> is <fault>
    And Acme may use 1000000 tokens a day and 20000000 a month, and has used none

    Examples: too little, too much, and what only the platform counts
      | count      | span                      | field        | fault        |
      | -1         | day                       | daily_limit   | out of range |
      | 1000000001 | day                       | daily_limit   | out of range |
      | -1         | month                     | monthly_limit | out of range |
      | 1000000001 | month                     | monthly_limit | out of range |
      | 0          | day, as used already      | daily_used    | read-only    |

  @CON-018 @blocker @integration @requires.database @requires.language_model
  Scenario: What a turn has used is counted, of the day and of the month
    Given the language model says of each answer that it took 300 tokens to read and 200 to write
    When Priya asks "Who mends the crane?"
    Then Acme may use 1000000 tokens a day and 20000000 a month, and has used 500
    When Ada asks "Since when?"
    Then Acme may use 1000000 tokens a day and 20000000 a month, and has used 1000

  @CON-018 @critical @concurrency @requires.database @requires.language_model
  Scenario: Of turns at the same moment each is counted
    Given the language model takes 0.2 seconds for each answer
    When Priya asks 10 questions at the same moment, each in a conversation of its own
    Then exactly 10 of them are accepted
    And Acme may use 1000000 tokens a day and 20000000 a month, and has used 420

  @CON-018 @critical @integration @requires.database @requires.language_model
  Scenario: A question that is not answered has used nothing
    Given Priya has begun the conversation "Cranes"
    And the language model is away
    When Priya tries to ask "Who mends it?" in the conversation
    Then she is refused as impossible, since the language model is silent
    And Acme may use 1000000 tokens a day and 20000000 a month, and has used none

  @CON-020 @critical @integration @requires.database @requires.language_model @requires.clock
  Scenario: With the day the daily count is over, and with the month the monthly one
    Given the language model says of each answer that it took 300 tokens to read and 200 to write
    And the last minute of the month has begun
    And Ada has asked "Who mends the crane?"
    Then Acme has used 500 tokens of the day and 500 of the month, until midnight and the month's end
    When 1 minute passes
    Then Acme has used 0 tokens of the day and 0 of the month, until midnight and the month's end
    When Ada asks "Since when?"
    Then Acme has used 500 tokens of the day and 500 of the month, until midnight and the month's end
    When 24 hours pass
    Then Acme has used 0 tokens of the day and 500 of the month, until midnight and the month's end

  @CON-026 @blocker @integration @requires.database @requires.language_model
  Scenario Outline: When all is used nothing more is asked until it counts anew
    Given Priya has begun the conversation "Cranes"
    And Ada has let Acme use 42 tokens a <span>
    And Priya has asked "Who mends it?" in the conversation
    When Priya tries to ask "Since when?" in the conversation
    Then she is refused until the <span> is over, since all its tokens are used
    And the language model was asked 1 time in all
    And in the conversation there was said
      | who       | what                                            |
      | Priya     | Who mends it?                                   |
      | the model | You asked: “Who mends it?”. I would look it up. |

    Examples: of either
      | span  |
      | day   |
      | month |

  @CON-026 @critical @integration @requires.database @requires.language_model
  Scenario: As long as one token is left a question is asked
    Given Ada has let Acme use 43 tokens a day
    And Priya has asked "Who mends the crane?"
    When Priya tries to ask "Since when?"
    Then she succeeds
    When Priya tries to ask "Why?"
    Then she is refused until the day is over, since all its tokens are used
    And Priya finds the conversations "Since when?, Who mends the crane?" and no other

  @CON-026 @critical @security @requires.database @requires.language_model
  Scenario: What one tenant has used up is no other's concern
    Given Ravi is an operator at Globex
    And Ada has let Acme use 0 tokens a day
    When Priya tries to ask "Who mends the crane?"
    Then she is refused until the day is over, since all its tokens are used
    When Ravi tries to ask "Who mends the crane?"
    Then he succeeds

  @CON-026 @CON-020 @critical @integration @requires.database @requires.language_model @requires.clock
  Scenario: On the next day there is something to be used again
    Given Ada has let Acme use 42 tokens a day
    And Ada has asked "Who mends the crane?"
    When Ada tries to ask "Since when?"
    Then she is refused until the day is over, since all its tokens are used
    When it becomes 00:00 UTC
    And Ada tries to ask "Since when?"
    Then she succeeds

  @CON-021 @critical @integration @requires.database @requires.language_model
  Scenario: What each turn has used is on record, and stays there when its conversation is gone
    Given Priya has begun the conversation "Cranes"
    And Priya has asked "Who mends it?" in the conversation
    And Ada has asked "Since when?" in the conversation
    Then it is on record that these have used 12, 30 and 42 tokens of the model "standard" in the conversation: Priya, Ada
    When Priya deletes the conversation
    Then it is on record that these have used 12, 30 and 42 tokens of the model "standard" in the conversation: Priya, Ada
    And Acme may use 1000000 tokens a day and 20000000 a month, and has used 84
