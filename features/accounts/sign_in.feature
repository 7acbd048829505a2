@accounts
Feature: Signing in
  People sign in at their tenant with their e-mail address and password. A wrong attempt tells
  nothing about who exists.

  @smoke @ACC-001 @blocker @e2e
  Scenario: Somebody registers a tenant and is signed in at once
    When Nadia registers the tenant "Harbour North"
    Then she is signed in as the administrator of "Harbour North"
    When she signs out and signs in again
    Then she is signed in as the administrator of "Harbour North"
    When somebody registers the same account once more
    Then the registration is refused as already used

  @smoke @ACC-002 @blocker @e2e
  Scenario: Somebody signs in with the right password
    Given Nadia has registered the tenant "Harbour North"
    When she signs in
    Then she gets an access token for 3600 seconds and a refresh token for 604800 seconds
    And she is told who she is, her tenant, and that this is not her first sign-in
    When she tries to sign in with a wrong password
    Then she is refused as not signed in

  @ACC-018 @critical @security
  Scenario: An unknown address and a wrong password are refused in the same words
    Given Nadia has registered the tenant "Harbour North"
    When she tries to sign in with a wrong password
    And then with an address that nobody has
    Then both are refused as not signed in, in the same words

  @ACC-016 @normal @contract
  Scenario Outline: A sign-in that lacks something says what
    Given Nadia has registered the tenant "Harbour North"
    When she tries to sign in without <what>
    Then she is refused as incomplete, since <field> is required

    Examples: what a sign-in is made of
      | what       | field    |
      | an e-mail  | email    |
      | a password | password |
      | a tenant   | tenant   |

  @ACC-014 @normal @integration
  Scenario: A password may hold any sign
    When Nadia registers the tenant "Harbour North" with the password "#1 & only; $5|(quo\"ted) 'too'"
    And she signs out and signs in again
    Then she is signed in as the administrator of "Harbour North"

  @ACC-005 @SUI-022 @critical @integration @requires.database
  Scenario Outline: Everybody signs in at the same place in the same way, whatever the role
    Given Toni is <role> at Acme
    When Toni signs in at the host of Acme
    Then she is known as <role> of Acme
    And she finds her own e-mail, name, role, rights and tenant

    Examples: every role
      | role             |
      | an administrator |
      | a supervisor     |
      | an operator      |
      | a worker         |
      | a salesperson    |
      | a verifier       |
      | a viewer         |

  @ACC-013 @normal @integration @requires.database
  Scenario: Signing in changes nothing but when somebody was last there
    Given Toni is a worker at Acme
    And what Acme has apart from sign-ins is noted
    When Toni signs in
    And she signs in
    Then what Acme has apart from sign-ins is as it was

  @smoke @ACC-006 @critical @security
  Scenario: A sign-in is renewed once, and reusing the old token ends it
    Given Nadia has registered the tenant "Harbour North"
    When she renews her sign-in
    Then she is signed in as the administrator of "Harbour North"
    When somebody renews it with the token that was used already
    Then that is refused as not signed in
    And neither her new access token nor her new refresh token is worth anything

  @ACC-042 @critical @concurrency
  Scenario: Of two renewals at once one succeeds
    Given Nadia has registered the tenant "Harbour North"
    When her sign-in is renewed twice at the same moment
    Then exactly 1 of them is accepted
    And the other 1 is refused as not signed in

  @ACC-020 @blocker @security
  Scenario: Without a token nothing is shown
    When a stranger asks for a profile without a token
    Then the stranger is refused as not signed in
    And is told to come with a bearer token

  @ACC-014 @normal @integration
  Scenario: Spaces are a part of a password
    When Nadia registers the tenant "Harbour North" with the password "  a password with room  "
    And she signs out and signs in again
    Then she is signed in as the administrator of "Harbour North"

  @ACC-002 @normal @integration
  Scenario: An e-mail address may be written in capitals
    Given Nadia has registered the tenant "Harbour North"
    When she signs in with her address in capitals
    Then she is signed in as the administrator of "Harbour North"

  @ACC-006 @critical @security
  Scenario: A token that was used long ago ends the sign-in too
    Given Nadia has registered the tenant "Harbour North"
    When she renews her sign-in
    And she renews her sign-in
    And she renews her sign-in
    And somebody renews it with the token that was given first
    Then that is refused as not signed in
    And neither her new access token nor her new refresh token is worth anything

  @ACC-043 @critical @concurrency
  Scenario: Of eight registrations of one account at once one succeeds
    When the same account is registered 8 times at the same moment
    Then exactly 1 of them is accepted
    And the other 7 are refused as already used
    And its administrator is the only person there

  @ACC-015 @critical @security
  Scenario Outline: A password at a registration is neither short nor long nor the e-mail
    When somebody tries to register with a password <which>
    Then <outcome>

    Examples: both sides of each limit
      | which             | outcome                                                  |
      | of 11 characters  | that is refused as incomplete, since password is too short   |
      | of 12 characters  | that succeeds                                             |
      | of 128 characters | that succeeds                                             |
      | of 129 characters | that is refused as incomplete, since password is too long    |
      | like the e-mail   | that is refused as incomplete, since password is not allowed |
