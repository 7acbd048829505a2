@analytics
Feature: Each call is counted
  Whatever somebody who is signed in asks for is counted for the own tenant, a moment after it was
  answered. Looking at the figures is not.

  Background:
    Given Nadia has registered the tenant "Harbour North"

  @ANA-001 @blocker @e2e
  Scenario: Each call counts once, within two seconds
    Given the figures of "Harbour North" are noted
    When Nadia asks for "the own record" 7 times
    Then within 2 seconds the figures of "Harbour North" count 7 calls more
    Given the figures of "Harbour North" are noted
    When Nadia asks for "the roles" 1 time
    Then within 2 seconds the figures of "Harbour North" count 1 call more

  @ANA-020 @critical @concurrency
  Scenario: Twenty calls at once are twenty
    Given the figures of "Harbour North" are noted
    When Nadia asks for "the own record" 20 times at the same moment
    Then within 2 seconds the figures of "Harbour North" count 20 calls more

  @partly.ANA-010 @critical @integration
  Scenario: What is refused counts as failed, and looking at the figures as nothing
    Given the figures of "Harbour North" are noted
    When Nadia asks for "a mission that nobody has" 2 times
    And Nadia tries to see each kind of figures
    And Nadia asks for "people in a way that there is not" 1 time
    And Nadia tries to download the figures as "html"
    And Nadia asks for "the own record" 1 time
    Then within 2 seconds the figures of "Harbour North" count 4 calls more, of which 3 failed

  @partly.ANA-010 @critical @chaos @requires.store_faults
  Scenario: What the platform cannot do counts as failed
    Given the figures of "Harbour North" are noted
    And Redis is away
    When Nadia asks for "a run of what recurs" 1 time
    Then within 2 seconds the figures of "Harbour North" count 1 call more, of which 1 failed

  @ANA-018 @blocker @security
  Scenario: Each tenant has its own figures
    Given Quinn has registered the tenant "Quay South"
    And the figures of "Harbour North" are noted
    And the figures of "Quay South" are noted
    When Nadia asks for "the own record" 5 times
    And Quinn asks for "the own record" 3 times
    Then within 2 seconds the figures of "Harbour North" count 5 calls more
    And within 2 seconds the figures of "Quay South" count 3 calls more

  @ANA-011 @critical @security
  Scenario: By address all records of a kind are one
    Given Nadia has asked for "a person" 2 times, and that was counted
    And Nadia has asked for "a mission that nobody has" 3 times, and that was counted
    And Nadia has asked for "the own record" 1 time, and that was counted
    And Nadia has asked for "a change of the own record" 1 time, and that was counted
    Then Nadia finds that there was asked for exactly this, most first
      | asked for                  | calls | errors |
      | a mission that nobody has  | 3     | 3      |
      | a person                   | 2     | 0      |
      | the own record             | 1     | 0      |
      | a change of the own record | 1     | 0      |
    And Nadia finds no record's id among what was asked for

  @ANA-012 @critical @integration @requires.database
  Scenario: Who calls four times is one of the people
    Given Wim is a worker at "Harbour North"
    When Nadia asks for "the own record" 4 times
    And Wim asks for "the own record" 2 times
    Then within 2 seconds the figures of "Harbour North" count 2 people

  @ANA-003 @critical @e2e @requires.database @requires.language_model
  Scenario: Two turns are counted with all that they cost
    Given the language model says of each answer that it took 12 tokens to read and 30 to write
    And the figures of "Harbour North" are noted
    When Nadia asks "Who mends the crane?"
    And she asks "Since when?"
    Then within 2 seconds the figures of "Harbour North" are 24 prompt, 60 completion and 84 tokens in all higher

  @ANA-007 @critical @integration @requires.database @requires.language_model
  Scenario: An address that is slow to answer is told to be
    Given the language model takes 0.3 seconds for each answer
    When Nadia asks "Who mends the crane?"
    Then within 2 seconds Nadia finds that turns took at least 300 milliseconds on average

  @ANA-021 @blocker @chaos @requires.database
  Scenario: What cannot be recorded is done all the same
    Given for a while no call can be recorded
    When Nadia asks for "the own record" 3 times
    Then exactly 3 of them are accepted
    When calls can be recorded again
    And Nadia asks for "the roles" 1 time
    Then within 2 seconds Nadia finds "the roles" among what was asked for, 1 time

  @ANA-022 @normal @performance @alone
  Scenario: Counting keeps nobody waiting
    Then Nadia is answered 20 times in less than 200 milliseconds on average
    And within 2 seconds the figures of "Harbour North" count 20 calls more
