@accounts
Feature: Invitations
  An administrator invites somebody by mail. The link in the mail is good once, for seven days, and
  for exactly what was offered.

  Background:
    Given Ada is an administrator at Acme

  @ACC-011 @ACC-010 @blocker @security @requires.database @requires.mail
  Scenario Outline: Who is invited gets exactly the role and the e-mail of the invitation
    When Ada invites Toni as <role>
    Then the invitation of Toni is pending
    When Toni follows the link in her mail and signs in
    Then she is known as <role> of Acme
    And she finds her own e-mail, name, role, rights and tenant
    And the invitation of Toni is accepted

    Examples: the most and the least
      | role             |
      | an administrator |
      | a salesperson    |
      | a viewer         |

  @ACC-011 @blocker @security @requires.database @requires.mail
  Scenario Outline: Who accepts cannot ask for something else
    Given Ada has invited Toni as a viewer
    When Toni tries to accept with the <field> "<value>"
    Then she is refused as incomplete, since <field> is no field of it
    When Toni follows the link in her mail and signs in
    Then she is known as a viewer of Acme

    Examples: what was decided already
      | field | value                |
      | role  | admin                |
      | email | other@people.example |

  @ACC-010 @critical @integration @requires.database @requires.mail
  Scenario Outline: The mail says who invites to what, whatever they are called
    When Ada invites Toni under the name "<name>"
    Then Toni's mail says who invites her to what, and has one link

    Examples: names that could break out of a page or of a line
      | name                          |
      | Toni Tønnesen                 |
      | <b>Toni</b> & 'Sons' <script> |
      | Toni, Tina <t@x.example>      |
      | Тони 东尼                       |

  @ACC-010 @critical @chaos @requires.database @requires.mail
  Scenario: A mail that is turned away is tried again, and stays the same mail
    Given mail to Toni will be turned away 2 times
    When Ada invites Toni as a viewer
    Then the same mail to Toni is tried 3 times
    When Toni follows the link in her mail and signs in
    Then she is known as a viewer of Acme

  @ACC-010 @normal @chaos @requires.database @requires.mail @requires.store_faults
  Scenario: An invitation that cannot be sent at once is sent when it can be
    Given Redis is away
    When Ada invites Toni as a viewer
    And Redis comes back
    Then within 15 seconds Toni gets her mail

  @ACC-010 @blocker @security @requires.database @requires.mail
  Scenario: An invitation is used once
    Given Ada has invited Toni as a viewer
    And Toni has followed the link in her mail
    When Toni tries to accept with another password
    Then she is refused as too late, since the link is not valid any more
    And only the password of her first acceptance signs her in

  @ACC-010 @blocker @concurrency @requires.database @requires.mail
  Scenario: Of two who use one invitation at once one succeeds
    Given Ada has invited Toni as a viewer
    When Toni's link is used 2 times at the same moment
    Then exactly 1 of them is accepted
    And the other 1 is refused as too late, since the link is not valid any more

  @ACC-010 @critical @security @requires.database @requires.mail @requires.clock
  Scenario Outline: An invitation is good for seven days
    Given Ada has invited Toni as a viewer
    And Toni has got her mail
    When <time> pass
    And Toni tries to accept
    Then <outcome>

    Examples: just within, and just not
      | time          | outcome                                                           |
      | 10079 minutes | she succeeds                                                      |
      | 10080 minutes | she is refused as too late, since the link is not valid any more |

  @ACC-010 @critical @security @requires.database @requires.mail
  Scenario: An invitation that is sent again has another link, and the first is good no more
    Given Ada has invited Toni as a viewer
    And Toni has got her mail
    When Ada sends Toni's invitation again
    And Toni tries to accept with the link of her first mail
    Then she is refused as too late, since the link is not valid any more
    When Toni follows the link in her mail and signs in
    Then she is known as a viewer of Acme

  @ACC-010 @critical @security @requires.database @requires.mail
  Scenario: An invitation that was taken back is good no more, and its e-mail is free again
    Given Ada has invited Toni as a viewer
    And Toni has got her mail
    When Ada takes Toni's invitation back
    Then the invitation of Toni is revoked
    When Toni tries to accept
    Then she is refused as too late, since the link is not valid any more
    When Ada invites Toni as a worker with the same e-mail
    And Toni follows the link in her mail and signs in
    Then she is known as a worker of Acme

  @ACC-010 @normal @integration @requires.database @requires.mail
  Scenario Outline: What has come to its end is neither sent again nor taken back
    Given Ada has invited Toni as a viewer
    And <what happened>
    When Ada tries to <verb> Toni's invitation
    Then Ada is refused since it is <state>, from which it can become nothing

    Examples: both ends, both verbs
      | what happened                       | verb      | state    |
      | Toni has followed the link in her mail | resend    | accepted |
      | Toni has followed the link in her mail | revoke    | accepted |
      | Ada has taken Toni's invitation back | resend    | revoked  |
      | Ada has taken Toni's invitation back | revoke    | revoked  |

  @ACC-010 @normal @integration @requires.database @requires.mail
  Scenario Outline: Nobody is invited who is there or invited already
    Given Toni is a worker at Acme
    And Ada has invited Eve as a viewer
    When Ada tries to invite somebody with <whose> e-mail in capitals
    Then Ada is refused as already used

    Examples: a person and an open invitation
      | whose  |
      | Toni's |
      | Eve's  |

  @ACC-010 @normal @concurrency @requires.database @requires.mail
  Scenario: Of two invitations of one e-mail at once one is sent
    When Ada invites Toni 2 times at the same moment
    Then exactly 1 of them is accepted
    And the other 1 is refused as already used
    And Toni got one mail, and no more

  @ACC-010 @normal @security @requires.database @requires.mail
  Scenario: Who is invited and has not accepted cannot sign in
    Given Ada has invited Toni as a viewer
    When Toni tries to sign in
    Then she is refused as not signed in

  @ACC-015 @normal @security @requires.database @requires.mail
  Scenario Outline: The password of who accepts is neither short nor long nor the e-mail
    Given Ada has invited Toni as a viewer
    When Toni tries to accept with a password <which>
    Then <outcome>

    Examples: both sides of each limit
      | which             | outcome                                                     |
      | of 11 characters  | she is refused as incomplete, since password is too short   |
      | of 12 characters  | she succeeds                                                |
      | of 128 characters | she succeeds                                                |
      | of 129 characters | she is refused as incomplete, since password is too long    |
      | like her e-mail   | she is refused as incomplete, since password is not allowed |
