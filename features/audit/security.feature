@audit
Feature: What concerns security is told
  Whoever tries passwords, is locked out, gets another role or is shut out stands in the trail, and
  what is secret does not.

  Background:
    Given Ada is an administrator at Acme
    And Toni is a worker at Acme
    And the trail of Acme is followed from here on

  @AUD-005 @blocker @security @requires.database
  Scenario: Wrong passwords are told, and the lock that they bring
    When Toni has mistyped her password 5 times
    Then since then the trail of Acme tells exactly
      | who    | kind           | deed            | of   |
      | nobody | sign in failed | session.sign_in | Toni |
      | nobody | sign in failed | session.sign_in | Toni |
      | nobody | sign in failed | session.sign_in | Toni |
      | nobody | sign in failed | session.sign_in | Toni |
      | nobody | state changed  | person.locked   | Toni |
      | nobody | sign in failed | session.sign_in | Toni |
    And all of it is of the level security

  @AUD-005 @AUD-012 @critical @security @requires.database
  Scenario: That somebody unknown tried to sign in is told, and not what was typed
    When Toni tries to sign in with a wrong password
    And then with an address that nobody has
    Then since then the trail of Acme tells exactly
      | who    | kind           | deed            | of   |
      | nobody | sign in failed | session.sign_in | Toni |
      | nobody | sign in failed | session.sign_in |      |
    And the trail of Acme tells nothing of what was typed

  @AUD-005 @critical @security @requires.database
  Scenario: Signing in and out is told
    When Toni signs in
    And Toni signs out
    Then since then the trail of Acme tells exactly
      | who  | kind      | deed            | of |
      | Toni | signed in | session.sign_in |    |
      | Toni | updated   | session.update  |    |

  @AUD-005 @blocker @security @requires.database
  Scenario: Another role is told, with the one before
    When Ada makes Toni a viewer
    Then since then the trail of Acme tells exactly
      | who | kind    | deed          | of   |
      | Ada | updated | person.update | Toni |
    And all of it is of the level security
    And the trail tells that the role of Toni was "worker" and is "viewer", and of nothing else

  @AUD-005 @AUD-002 @blocker @security @requires.database
  Scenario: Who is shut out stands in the trail, and each sign-in that this ended
    Given Toni has signed in a second time, elsewhere
    And the trail of Acme is followed from here on
    When Ada deactivates Toni
    Then since then the trail of Acme tells exactly
      | who | kind          | deed               | of   |
      | Ada | state changed | person.deactivated | Toni |
      | Ada | updated       | session.update     |      |
      | Ada | updated       | session.update     |      |
    And asking the trail of Acme gives
      | asked for                      | found              |
      | object_id Toni, level security | person.deactivated |

  @AUD-012 @blocker @security @requires.database
  Scenario: A new password is told without it
    When Toni changes her password
    Then since then the trail of Acme tells exactly
      | who  | kind    | deed          | of   |
      | Toni | updated | person.update | Toni |
    And the trail tells that the password_hash of Toni was "***" and is "***", and of nothing else
    And no event tells a password, a token, or what is kept of them

  @AUD-007 @AUD-012 @critical @security @requires.database @requires.mail
  Scenario: From the invitation to the first sign-in all is told, and nothing secret
    When Ada invites Nadia as a viewer
    And Nadia follows the link in her mail and signs in
    Then since then the trail of Acme tells exactly
      | who   | kind          | deed              | of    |
      | Ada   | created       | person.create     | Nadia |
      | Ada   | created       | invitation.create |       |
      | Nadia | state changed | invitation.accept |       |
      | Nadia | state changed | person.active     | Nadia |
      | Nadia | signed in     | session.sign_in   |       |
    And no event tells a password, a token, or what is kept of them

  @AUD-012 @critical @security @requires.database @requires.face
  Scenario: That somebody came is told without the photo of the face
    Given Acme has the gate "North Gate", where a photo of the face is needed
    And Ravi works at Acme
    And the face service finds Ravi's photo at a distance of 0.20, 0.90 alive and 0.95 certain
    And the trail of Acme is followed from here on
    When Ravi checks in at "North Gate" with a photo
    Then since then the trail of Acme tells exactly
      | who  | kind    | deed                     | of |
      | Ravi | created | attendance_record.create |    |
    And no event tells the photo
