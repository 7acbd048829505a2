@plugins
Feature: Notifications posted to a chat
  Where a tenant's chat webhook is on, each new notification of the chosen kinds is posted to its
  address, signed if the tenant wants that.

  Background:
    Given Ada is an administrator at Acme
    And Sam is a supervisor, Opal an operator and Wim a worker at Acme
    And Opal has reported the ticket "Leak at Dock 4"

  @PLG-007 @blocker @e2e @requires.database @requires.queue @requires.webhook
  Scenario: Each new notification is posted once
    Given Ada has switched on the chat webhook
    When Sam assigns the ticket to Wim
    Then "TKT-00001 is assigned to you" is posted for Acme once, and nothing else
    And what was posted for Acme is what Wim was notified of, for no channel
    When Wim resolves the ticket, saying "The seal is new."
    Then "TKT-00001 is assigned to you" and "TKT-00001 is resolved" are posted for Acme once each, and nothing else

  @PLG-007 @blocker @integration @requires.database @requires.queue @requires.webhook
  Scenario: Nothing more is posted once the webhook is switched off
    Given Ada has switched on the chat webhook
    When Sam assigns the ticket to Wim
    And Wim resolves the ticket, saying "The seal is new."
    Then "TKT-00001 is assigned to you" and "TKT-00001 is resolved" are posted for Acme once each, and nothing else
    When Ada switches off the chat webhook
    And Opal reopens the ticket
    And Sam assigns the ticket to Opal
    Then "TKT-00001 is assigned to you" and "TKT-00001 is resolved" are posted for Acme once each, and nothing else

  @PLG-007 @critical @integration @requires.database @requires.queue @requires.webhook
  Scenario: Only the chosen kinds are posted, for the channel that was named
    Given Ada has switched on the chat webhook with
      | field   | value                            |
      | kinds   | ticket.resolved, ticket.escalated |
      | channel | dock-4                           |
    When Sam assigns the ticket to Wim
    And Wim resolves the ticket, saying "The seal is new."
    Then "TKT-00001 is resolved" is posted for Acme once, and nothing else
    And what was posted for Acme is what Opal was notified of, for the channel "dock-4"

  @PLG-017 @blocker @security @requires.database @requires.queue @requires.webhook
  Scenario: The webhook of one tenant posts nothing of another's
    Given Ada has switched on the chat webhook
    And Gina is a supervisor at Globex
    And Gleb is a worker at Globex
    And Gina has reported the ticket "Noise"
    When Gina assigns the ticket to Gleb
    Then Gleb is notified of "TKT-00001 is assigned to you"
    And nothing is posted for Acme
    And nothing is posted for Globex

  @PLG-015 @blocker @security @requires.database @requires.queue @requires.webhook
  Scenario: Who has the secret can tell that the platform wrote what was posted
    Given Ada has switched on the chat webhook with
      | field          | value              |
      | signing_secret | the-whole-dock-key |
    When Sam assigns the ticket to Wim
    Then "TKT-00001 is assigned to you" is posted for Acme once, and nothing else
    And what was posted for Acme is signed with "the-whole-dock-key"

  @PLG-015 @normal @integration @requires.database @requires.queue @requires.webhook
  Scenario: Without a secret nothing is signed
    Given Ada has switched on the chat webhook
    When Sam assigns the ticket to Wim
    Then "TKT-00001 is assigned to you" is posted for Acme once, and nothing else
    And what was posted for Acme is not signed

  @PLG-015 @blocker @security @requires.database
  Scenario: A secret is never shown again
    Given Ada has configured the chat webhook with
      | field          | value                 |
      | webhook_url    | http://127.0.0.1/hook |
      | signing_secret | the-whole-dock-key    |
    Then the chat webhook of Ada is configured with exactly
      | field          | value                 |
      | webhook_url    | http://127.0.0.1/hook |
      | signing_secret | ********              |
    When Ada switches on the chat webhook as it was configured
    Then whatever Ada reads of plugins and of the trail, nothing answers "the-whole-dock-key"

  @PLG-015 @critical @security @requires.database @requires.queue @requires.webhook
  Scenario: Who sends a secret as it is shown keeps it
    Given Ada has switched on the chat webhook with
      | field          | value              |
      | signing_secret | the-whole-dock-key |
    When Ada changes of the chat webhook
      | field          | value    |
      | signing_secret | ******** |
      | channel        | dock-4   |
    Then she succeeds
    When Sam assigns the ticket to Wim
    Then "TKT-00001 is assigned to you" is posted for Acme once, and nothing else
    And what was posted for Acme is signed with "the-whole-dock-key"

  @PLG-015 @critical @security @requires.database
  Scenario: A secret that is taken away is gone
    Given Ada has configured the chat webhook with
      | field          | value                 |
      | webhook_url    | http://127.0.0.1/hook |
      | signing_secret | the-whole-dock-key    |
    When Ada changes of the chat webhook
      | field          | value     |
      | signing_secret | (nothing) |
    Then the chat webhook of Ada is configured with exactly
      | field       | value                 |
      | webhook_url | http://127.0.0.1/hook |
    When Ada tries to change of the chat webhook
      | field          | value    |
      | signing_secret | ******** |
    Then she is refused as incomplete, since config.signing_secret is too short

  @PLG-014 @blocker @security @requires.database
  Scenario Outline: The platform posts only into the networks that it may call
    When Ada tries to switch on the chat webhook with
      | field       | value     |
      | webhook_url | <address> |
    Then she is refused as incomplete, since config.webhook_url is <fault>
    And for Ada the chat webhook is off, and not configured

    Examples: where it may not, and what is no address
      | address                                   | fault       |
      | http://10.1.2.3/hook                      | not allowed |
      | http://192.168.0.1:8080/hook              | not allowed |
      | http://169.254.169.254/latest             | not allowed |
      | https://8.8.8.8/                          | not allowed |
      | http://0x7f.1/hook                        | malformed   |
      | http://2130706433/hook                    | malformed   |
      | http://somebody:secret@127.0.0.1/hook     | malformed   |
      | ftp://127.0.0.1/hook                      | malformed   |
      | hook                                      | malformed   |

  @partly.PLG-019 @critical @chaos @requires.database @requires.queue @requires.webhook
  Scenario: What is not taken is tried three more times, and the notification is as good as ever
    Given the receiver of webhooks answers that it is broken
    And Ada has switched on the chat webhook
    When Sam assigns the ticket to Wim
    Then Wim is notified of "TKT-00001 is assigned to you"
    And it was posted for Acme 4 times, each time the same, after ever longer pauses
    And Wim's inbox is, newest first
      | title                        | unread |
      | TKT-00001 is assigned to you | yes    |

  @partly.PLG-019 @normal @chaos @requires.database @requires.queue @requires.webhook
  Scenario: What is taken at the second try is not posted again
    Given the receiver of webhooks answers that it is broken 1 time
    And Ada has switched on the chat webhook
    When Sam assigns the ticket to Wim
    Then it was posted for Acme 2 times, each time the same, after ever longer pauses

  @AUD-007 @critical @security @requires.database @requires.queue
  Scenario: What is done with a plugin is told, and its secret is not
    Given the trail of Acme is followed from here on
    When Ada configures the chat webhook with
      | field          | value                 |
      | webhook_url    | http://127.0.0.1/hook |
      | signing_secret | the-whole-dock-key    |
    And Ada switches on the chat webhook as it was configured
    And Ada changes of the chat webhook
      | field          | value                |
      | signing_secret | another-key-of-docks |
    And Ada switches off the chat webhook
    And Ada removes the configuration of the chat webhook
    Then since then the trail of Acme tells exactly
      | who | kind    | deed          | of |
      | Ada | created | plugin.create |    |
      | Ada | updated | plugin.update |    |
      | Ada | updated | plugin.update |    |
      | Ada | updated | plugin.update |    |
      | Ada | deleted | plugin.delete |    |
    And no event tells the secrets "the-whole-dock-key" and "another-key-of-docks"
