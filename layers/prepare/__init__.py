"""Statistical tables read and joined."""
