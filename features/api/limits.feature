@api
Feature: How often somebody may call
  Nobody can take the platform away from the others: calls are counted by person and, before
  sign-in, by the address of the connection. Each answer says what is left.

  @API-041 @critical @contract @requires.database
  Scenario: Whatever the answer is, it says how many calls are left
    Given Priya runs missions at Acme
    When she calls in every way that there is
    Then each answer says how many of 600 calls are left, one less each time
    And each says that they are counted anew within 60 seconds

  @API-042 @blocker @security @requires.database
  Scenario: The call after the last is refused, does nothing, and is nobody else's matter
    Given Priya runs missions at Acme
    And she has made all the calls that she may make
    When she tries to create a mission "One too many"
    Then she is refused as calling too often, and told when to try again
    And Acme has no mission "One too many"
    Given Olga runs missions at Acme
    Then Olga is served, and has 599 calls left

  @API-041 @critical @concurrency @requires.database
  Scenario: Calls at the same moment are counted one by one
    Given Priya runs missions at Acme
    When she calls 20 times at the same moment
    Then the 20 answers say that 580 to 599 calls are left, each another number

  @API-045 @critical @integration @requires.addresses @requires.clock
  Scenario: Who waits as long as told is served again
    Given Nadia has registered the tenant "Harbour North"
    When she signs in 10 times from "the harbour"
    And she tries to sign in from "the harbour"
    And all but 2 seconds of the time that she was told passes
    And she tries to sign in from "the harbour"
    Then she is refused as calling too often, and told when to try again
    When the last 2 seconds pass
    And she tries to sign in from "the harbour"
    Then she succeeds
    And each answer says how many of 10 calls are left, one less each time

  @API-043 @critical @security @requires.database
  Scenario: Every operation that needs a sign-in is counted
    Given Priya runs missions at Acme
    When she calls every operation that needs a sign-in
    Then each answer says how many of 600 calls are left, each another number

  @API-043 @critical @security @requires.addresses
  Scenario: The health may be asked for at any time
    When the health is asked for 3 times, between two other calls
    Then the health says nothing of a limit, and was not counted

  @API-043 @blocker @security @requires.addresses
  Scenario: The eleventh sign-in of a minute is refused, with the right password too
    Given Nadia has registered the tenant "Harbour North"
    When she signs in 10 times from "the harbour"
    Then each answer says how many of 10 calls are left, one less each time
    When she tries to sign in from "the harbour"
    Then she is refused as calling too often, and told when to try again
    When she tries to sign in from "the mill"
    Then she succeeds

  @API-044 @blocker @security @requires.addresses
  Scenario: Whoever says to be forwarded for others signs in no more often
    Given Nadia has registered the tenant "Harbour North"
    When she signs in 10 times from "the harbour", each time as if forwarded for another address
    Then each answer says how many of 10 calls are left, one less each time
    When she tries to sign in from "the harbour" as if forwarded for another address
    Then she is refused as calling too often, and told when to try again

  @API-044 @critical @security @requires.addresses
  Scenario: Before sign-in everybody at one address is counted together
    Given Nadia has registered the tenant "Harbour North"
    And Nils has registered the tenant "Mill South"
    When Nadia signs in 6 times from "the harbour"
    And Nils signs in 4 times from "the harbour"
    And Nils tries to sign in from "the harbour"
    Then he is refused as calling too often, and told when to try again

  @API-044 @critical @security @requires.database @requires.addresses
  Scenario: After sign-in the person is counted, wherever the calls come from
    Given Priya runs missions at Acme
    When she calls 5 times, each time from another address and as if forwarded for yet another
    Then each answer says how many of 600 calls are left, one less each time
