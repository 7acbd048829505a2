@accounts
Feature: One's own record, password and sign-ins
  Everybody sees who the platform takes them for, changes their own password, and ends sign-ins
  that they do not want any more. What they are and may do is not theirs to change.

  @ACC-003 @blocker @integration
  Scenario: Somebody finds the own record as it is
    Given Nadia has registered the tenant "Harbour North"
    Then she finds her own e-mail, name, role, rights and tenant

  @ACC-038 @blocker @security @requires.database
  Scenario Outline: Nobody changes in the own record what they are
    Given Toni is a worker at Acme
    When Toni tries to change her own <field> to "<value>"
    Then she is refused as incomplete, since <field> is read-only
    And she is known as a worker of Acme

    Examples: what is not theirs to change
      | field     | value                                |
      | role      | admin                                |
      | status    | active                               |
      | tenant_id | 00000000-0000-4000-8000-000000000000 |
      | tenant    | globex                               |
      | email     | somebody@people.example              |

  @ACC-009 @critical @e2e
  Scenario: Somebody sees where they are signed in, and ends one sign-in
    Given Nadia has registered the tenant "Harbour North"
    And she has signed in with "Firefox on a telephone"
    And she has signed in with "Safari at home"
    Then she finds three sign-ins, the last two with "Firefox on a telephone" and "Safari at home"
    When she ends the first of them
    Then the first access token of Nadia is worth nothing
    And the first refresh token of Nadia is worth nothing
    And she finds two sign-ins, with "Firefox on a telephone" and "Safari at home"

  @ACC-009 @critical @security @requires.database
  Scenario Outline: Nobody ends somebody else's sign-in
    Given Toni is a worker at Acme
    And <other> is an administrator at <tenant>
    When <other> tries to end Toni's sign-in
    Then <other> is refused as unknown
    And Toni is known as a worker of Acme

    Examples: not even an administrator, and nobody from elsewhere
      | other | tenant |
      | Ada   | Acme   |
      | Gita  | Globex |

  @ACC-009 @normal @integration
  Scenario: A sign-in is ended once
    Given Nadia has registered the tenant "Harbour North"
    And she has signed in with "Firefox on a telephone"
    When she ends the first of them
    And she tries to end it again
    Then she is refused as unknown

  @ACC-012 @blocker @security
  Scenario: A new password ends every other sign-in
    Given Nadia has registered the tenant "Harbour North"
    And she has signed in with "Firefox on a telephone"
    When she changes her password
    Then the first access token of Nadia is worth nothing
    And the first refresh token of Nadia is worth nothing
    But she is signed in as the administrator of "Harbour North"
    And only her new password signs her in

  @ACC-012 @blocker @security
  Scenario: Who does not know the present password gives no new one
    Given Nadia has registered the tenant "Harbour North"
    And she has signed in with "Firefox on a telephone"
    When she tries to change her password with a wrong one as the present one
    Then she is refused as incomplete, since current_password is not right
    And her first sign-in is as good as before
    And only her old password signs her in

  @ACC-012 @critical @concurrency
  Scenario: Of two new passwords at once one counts
    Given Nadia has registered the tenant "Harbour North"
    When she changes her password twice at the same moment
    Then exactly 1 of them is accepted

  @ACC-015 @critical @security
  Scenario Outline: A new password is neither short nor long nor the e-mail
    Given Nadia has registered the tenant "Harbour North"
    When she tries to change her password to one <which>
    Then <outcome>

    Examples: both sides of each limit
      | which             | outcome                                                         |
      | of 11 characters  | she is refused as incomplete, since new_password is too short   |
      | of 12 characters  | she succeeds                                                    |
      | of 128 characters | she succeeds                                                    |
      | of 129 characters | she is refused as incomplete, since new_password is too long    |
      | like her e-mail   | she is refused as incomplete, since new_password is not allowed |
