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

  @ACC-008 @blocker @security
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

  @ACC-033 @blocker @security @requires.database @requires.signing_key @requires.mail
  Scenario: Who claims to be an administrator in a token invites nobody
    Given Vera, a viewer at Acme, comes with a token that claims the role of an administrator
    When she tries to invite Eve as an administrator
    Then she is refused as not allowed
    And nobody was invited at Acme

  @ACC-041 @critical @concurrency
  Scenario: One token serves ten questions at once
    Given Nadia has registered the tenant "Harbour North"
    When she asks who she is 10 times at the same moment
    Then exactly 10 of them are accepted
    And each time she is told who she is

  @ACC-044 @critical @chaos @requires.faults
  Scenario: A token outlives a restart of the platform
    Given Nadia has registered the tenant "Harbour North"
    When the platform is restarted
    Then she is signed in as the administrator of "Harbour North"

  @ACC-021 @SUI-022 @blocker @security @requires.signing_key
  Scenario Outline: A token is worth something until the second that it names
    Given Nadia has registered the tenant "Harbour North"
    When she comes with a token that <life>
    Then <outcome>

    Examples: before and after
      | life                    | outcome                      |
      | expired 1 hour ago      | she is refused as not signed in |
      | expired 1 second ago    | she is refused as not signed in |
      | expires in 60 seconds   | she succeeds                 |

  @ACC-022 @SUI-022 @blocker @security @requires.signing_key
  Scenario Outline: A token that the platform did not sign as it stands is worth nothing
    Given Nadia has registered the tenant "Harbour North"
    When she comes with a token that <flaw>
    Then she is refused as not signed in
    And is told to come with a bearer token

    Examples: what can be done to a signature
      | flaw                        |
      | is signed with another key  |
      | was altered after its signing |
      | has lost its signature      |

  @ACC-028 @SUI-022 @blocker @security @requires.signing_key
  Scenario Outline: A token is signed in the one way that the platform signs
    Given Nadia has registered the tenant "Harbour North"
    When she comes with a token that is signed by <method>
    Then <outcome>

    Examples: ways of signing
      | method | outcome                         |
      | HS256  | she succeeds                    |
      | HS384  | she is refused as not signed in |
      | HS512  | she is refused as not signed in |
      | none   | she is refused as not signed in |

  @ACC-023 @critical @security
  Scenario Outline: A token comes whole, and behind the word that says what it is
    Given Nadia has registered the tenant "Harbour North"
    When she comes with "<header>"
    Then <outcome>

    Examples: {token} stands for her own, which is good
      | header           | outcome                         |
      | Bearer {token}   | she succeeds                    |
      | {token}          | she is refused as not signed in |
      | Basic {token}    | she is refused as not signed in |
      | Bearer           | she is refused as not signed in |
      | Bearer garbage   | she is refused as not signed in |
      | Bearer a.b.c     | she is refused as not signed in |
      | Bearer {token}x  | she is refused as not signed in |
      | Bearer x{token}  | she is refused as not signed in |

  @ACC-024 @SUI-022 @blocker @security @requires.signing_key
  Scenario Outline: A token says what it needs to say
    Given Nadia has registered the tenant "Harbour North"
    When she comes with a token that lacks <claim>
    Then <outcome>

    Examples: what a token says
      | claim     | outcome                         |
      | sub       | she is refused as not signed in |
      | tenant_id | she is refused as not signed in |
      | role      | she is refused as not signed in |
      | exp       | she is refused as not signed in |
      | aud       | she is refused as not signed in |
      | sid       | she succeeds                    |
      | jti       | she succeeds                    |

  @ACC-025 @ACC-027 @SUI-022 @critical @security @requires.signing_key
  Scenario Outline: What a token says has to make sense
    Given Nadia has registered the tenant "Harbour North"
    When she comes with a token in which <claim> is <value>
    Then she is refused as not signed in

    Examples: without sense, or for somebody else
      | claim     | value               |
      | sub       | empty               |
      | sub       | nothing             |
      | sub       | Nadia               |
      | tenant_id | empty               |
      | tenant_id | harbour-north       |
      | tenant_id | a number            |
      | role      | empty               |
      | role      | nothing             |
      | exp       | tomorrow            |
      | aud       | another-platform    |
      | aud       | empty               |
      | iss       | another-issuer      |
      | sid       | Nadia               |

  @ACC-026 @SUI-022 @critical @security @requires.signing_key @requires.database
  Scenario Outline: A token that names somebody whom nobody knows makes nobody
    Given Nadia has registered the tenant "Harbour North"
    And what everybody has is noted
    When she comes with a token that names <whom> that there is not
    Then she is refused as not signed in
    And what everybody has is as it was

    Examples: both that can be unknown
      | whom      |
      | a person  |
      | a tenant  |
      | a sign-in |
