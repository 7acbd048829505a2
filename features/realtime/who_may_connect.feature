@realtime
Feature: Who may connect
  Whoever connects for live updates is signed in. Who is not is told so and hears nothing else.

  @RT-034 @blocker @security
  Scenario: A token signs in whoever connects with it, and is not sent back
    Given Nadia has registered the tenant "Harbour North"
    When she connects with her token
    Then she is greeted, and nothing of her token is sent back

  @RT-035 @blocker @security @requires.signing_key
  Scenario Outline: Who is not signed in is told so, and hears nothing else
    Given Nadia has registered the tenant "Harbour North"
    When she connects <how>
    Then she is told that she is not signed in and nothing else, and is disconnected

    Examples: all that is no good token
      | how                                         |
      | without a token                             |
      | with a token that cannot be read            |
      | with a token that is signed with another key |
      | with a token that expired 1 second ago      |
      | with the token of a sign-in that was ended  |

  @RT-040 @critical @security @requires.database
  Scenario Outline: Nobody holds more than 20 connections, whatever the role
    Given Toni is <role> at Acme
    And Toni holds 20 connections
    When Toni connects with her token
    Then Toni is told that this is one too many, and the others go on

    Examples: the most and the least
      | role             |
      | an administrator |
      | a worker         |
      | a viewer         |

  @RT-039 @critical @security
  Scenario: Who says too much is warned twice, and then disconnected
    Given Nadia has registered the tenant "Harbour North"
    And she holds 1 connection
    When she pings 103 times without a pause
    Then 100 pings are answered, 2 are refused as too many, and the next disconnects her
