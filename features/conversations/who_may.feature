@conversations
Feature: Whose a conversation is
  A conversation is its owner's. Others see it only where it is shared, and then no more than see
  it; whoever administers the tenant sees to all of them.

  Background:
    Given Priya is an operator at Acme
    And Ada is an administrator at Acme

  @ACC-004 @blocker @security @requires.database
  Scenario Outline: Whoever is signed in reads the list of conversations
    Given Wim is a <role> at Acme
    And Priya has begun the conversation "Own cranes"
    And Priya has begun the shared conversation "Cranes for all"
    Then Wim finds the conversation "Cranes for all" and no other

    Examples: every role but the administrator's
      | role        |
      | supervisor  |
      | operator    |
      | worker      |
      | salesperson |
      | verifier    |
      | viewer      |

  @CON-028 @blocker @security @requires.database @requires.language_model
  Scenario: A colleague's private conversation is not there
    Given Olga is an operator at Acme
    And Priya has begun the conversation "Cranes"
    When Olga tries everything that can be done with the conversation
    Then all of it is refused as unknown
    And each time Olga is told no more than of a conversation that there is not
    And nothing was said in the conversation
    And the language model was not asked anything
    And Olga finds no conversation

  @CON-028 @critical @security @requires.database
  Scenario Outline: Nobody but the administrator reads what is another's
    Given Wim is a <role> at Acme
    And Priya has begun the conversation "Cranes"
    When Wim tries to read the conversation
    Then he is refused as unknown
    And Wim finds no conversation

    Examples: every other role
      | role        |
      | supervisor  |
      | worker      |
      | salesperson |
      | verifier    |
      | viewer      |

  @CON-028 @blocker @security @requires.database @requires.language_model
  Scenario: The administrator reads a private conversation, and goes on with it
    Given Priya has begun the conversation "Cranes"
    And Priya has asked "Who mends it?" in the conversation
    Then Ada reads the conversation as Priya does
    And Ada finds the conversation "Cranes" and no other
    When Ada asks "Since when?" in the conversation
    Then in the conversation there was said
      | who       | what                                            |
      | Priya     | Who mends it?                                   |
      | the model | You asked: “Who mends it?”. I would look it up. |
      | Ada       | Since when?                                     |
      | the model | You asked: “Since when?”. I would look it up.   |

  @CON-029 @blocker @security @requires.database @requires.language_model
  Scenario Outline: Whoever reads a shared conversation can neither change it nor ask in it
    Given Wim is a <role> at Acme
    And Priya has begun the shared conversation "Cranes"
    And Priya has asked "Who mends it?" in the conversation
    Then Wim reads the conversation as Priya does
    When Wim tries to rename and to delete the conversation, and to ask something in it
    Then all of it is refused as not allowed
    And nothing about the conversation has changed
    And the language model was asked 1 time in all

    Examples: every role but the administrator's
      | role        |
      | supervisor  |
      | operator    |
      | worker      |
      | salesperson |
      | verifier    |
      | viewer      |

  @ACC-032 @CON-029 @blocker @security @requires.database
  Scenario: An administrator shares a conversation, and a viewer only reads it
    Given Vera is a viewer at Acme
    When Ada begins the shared conversation "Cranes"
    And she gives the conversation the title "All cranes"
    Then Vera reads the conversation as Ada does
    When Vera tries to give the conversation the title "Mine"
    Then she is refused as not allowed
    And nothing about the conversation has changed
    When Vera tries to delete the conversation
    Then she is refused as not allowed
    And nothing about the conversation has changed

  @ACC-032 @CON-029 @critical @security @requires.database
  Scenario: An administrator renames and deletes what somebody else shares
    Given Vera is a viewer at Acme
    And Priya has begun the shared conversation "Cranes"
    When Ada gives the conversation the title "All cranes"
    Then Vera finds the conversation "All cranes" and no other
    When Ada deletes the conversation
    Then the conversation is gone, for Priya too
    And Vera finds no conversation

  @CON-029 @critical @security @requires.database
  Scenario: What is shared no more is not there for others any more
    Given Olga is an operator at Acme
    And Priya has begun the shared conversation "Cranes"
    When Priya keeps the conversation private
    And Olga tries to read the conversation
    Then she is refused as unknown
    When Priya shares the conversation
    Then Olga reads the conversation as Priya does

  @CON-030 @blocker @security @requires.database @requires.language_model
  Scenario Outline: Who may only read begins nothing and asks nothing
    Given Wim is a <role> at Acme
    When Wim tries to begin the conversation "Cranes"
    Then he is refused as not allowed
    When he tries to ask "Who mends the crane?"
    Then he is refused as not allowed
    And the language model was not asked anything
    And Ada finds no conversation

    Examples: every role that may not
      | role        |
      | worker      |
      | salesperson |
      | verifier    |
      | viewer      |

  @CON-028 @critical @security @requires.database @requires.language_model
  Scenario: Not even another tenant's administrator knows of a conversation
    Given Gus is an administrator at Globex
    And Priya has begun the shared conversation "Cranes"
    When Gus tries everything that can be done with the conversation
    Then all of it is refused as unknown
    And each time Gus is told no more than of a conversation that there is not
    And nothing was said in the conversation
    And Gus finds no conversation
