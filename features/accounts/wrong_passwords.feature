@accounts
Feature: Wrong passwords
  Whoever guesses at a password is locked out for a while. Whoever is signed in goes on working.

  @ACC-019 @blocker @security @requires.clock
  Scenario: After five wrong passwords even the right one is refused, for 15 minutes
    Given Nadia has registered the tenant "Harbour North"
    And she has mistyped her password 5 times
    When she tries to sign in
    Then she is locked out for another 15 minutes
    And her first sign-in is as good as before
    When 890 seconds pass in which nobody does anything
    And she tries to sign in
    Then she is locked out for another 10 seconds
    When 10 seconds pass in which nobody does anything
    And she tries to sign in
    Then she succeeds

  @ACC-019 @critical @security
  Scenario: Four wrong passwords lock nobody out, and the right one forgets them
    Given Nadia has registered the tenant "Harbour North"
    And she has mistyped her password 4 times
    When she tries to sign in
    Then she succeeds
    When she has mistyped her password 4 times
    And she tries to sign in
    Then she succeeds

  @ACC-019 @critical @security @requires.clock
  Scenario Outline: Only wrong passwords of the last 15 minutes count
    Given Nadia has registered the tenant "Harbour North"
    And she has mistyped her password 1 time
    When <time> pass in which nobody does anything
    And she has mistyped her password 4 times
    And she tries to sign in
    Then <outcome>

    Examples: just within, and just not
      | time        | outcome                               |
      | 890 seconds | she is locked out for another 15 minutes |
      | 900 seconds | she succeeds                          |

  @ACC-019 @normal @concurrency
  Scenario: Wrong passwords that come at once are counted one by one
    Given Nadia has registered the tenant "Harbour North"
    When her password is mistyped 8 times at the same moment
    Then 5 of them are refused as not signed in, and 3 as locked

  @ACC-019 @normal @integration @requires.database
  Scenario: A locked person is seen to be locked, and an administrator ends it
    Given Ada is an administrator at Acme
    And Toni is a worker at Acme
    When Toni has mistyped her password 5 times
    Then Ada finds Toni locked for another 15 minutes
    When Ada makes Toni active again
    And Toni tries to sign in
    Then she succeeds
