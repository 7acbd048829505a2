@accounts
Feature: What a token is worth
  A token says who somebody is, and nothing more: what the person may do is in the person's record,
  and a sign-in that was ended is worth nothing any more.

  @ACC-034 @blocker @security @requires.database @requires.signing_key @requires.stand_ins
  Scenario: Who claims a role in a token does not have it
    Given Priya runs missions at Acme
    And a mission "Survey of Dock 4" over 1 target
    And Vera, a viewer at Acme, comes with a token that claims the role of an administrator
    Then Vera is still known as a viewer, with what a viewer may do
    When she tries to delete "Survey of Dock 4"
    Then she is refused as not allowed
    And nothing about "Survey of Dock 4" has changed for Priya

  @partly.ACC-008 @blocker @security
  Scenario: Who signs out ends that sign-in, and no other
    Given Nadia has registered the tenant "Harbour North"
    And she has signed in a second time, elsewhere
    When she signs out
    Then neither her new access token nor her new refresh token is worth anything
    And her first sign-in is as good as before

  @ACC-002 @critical @security @requires.clock
  Scenario Outline: A token is worth something for as long as it says, and no longer
    Given Nadia has registered the tenant "Harbour North"
    And she has signed in a second time, elsewhere
    When <nearly all of its time> pass
    Then the first <token> token of Nadia is still good
    When <the rest> pass
    Then the first <token> token of Nadia is worth nothing

    Examples: both tokens
      | token   | nearly all of its time | the rest   |
      | access  | 59 minutes             | 61 seconds |
      | refresh | 10079 minutes          | 61 seconds |
